/* POSIX arpa/inet.h: byte order, and addresses as text. */
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct in6_addr in6addr_any = IN6ADDR_ANY_INIT;
const struct in6_addr in6addr_loopback = IN6ADDR_LOOPBACK_INIT;

uint32_t htonl(uint32_t host) {
  return host << 24 | (host & 0xff00) << 8 | (host >> 8 & 0xff00) | host >> 24;
}

uint16_t htons(uint16_t host) {
  return (uint16_t)(host << 8 | host >> 8);
}

uint32_t ntohl(uint32_t net) {
  return htonl(net);
}

uint16_t ntohs(uint16_t net) {
  return htons(net);
}

/* One to four numbers, decimal, octal or hexadecimal; the last fills the bytes that are left. */
int inet_aton(const char *text, struct in_addr *address) {
  static const uint32_t last_max[4] = {0xffffffff, 0xffffff, 0xffff, 0xff};
  uint32_t value = 0;
  for (int part = 0; part < 4; part++) {
    if (!isdigit((unsigned char)*text)) return 0;
    char *end;
    unsigned long number = strtoul(text, &end, 0);
    if (*end == '.') {
      if (part == 3 || number > 0xff) return 0;
      value |= (uint32_t)number << (24 - 8 * part);
      text = end + 1;
      continue;
    }
    if (*end != '\0' && !isspace((unsigned char)*end)) return 0;
    if (number > last_max[part]) return 0;
    if (address) address->s_addr = htonl(value | (uint32_t)number);
    return 1;
  }
  return 0;
}

in_addr_t inet_addr(const char *text) {
  struct in_addr address;
  return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

in_addr_t inet_network(const char *text) {
  in_addr_t address = inet_addr(text);
  return address == INADDR_NONE ? INADDR_NONE : ntohl(address);
}

char *inet_ntoa(struct in_addr address) {
  static char text[INET_ADDRSTRLEN];
  inet_ntop(AF_INET, &address, text, sizeof text);
  return text;
}

/* Longest run of two or more zero words, as RFC 5952 shortens it. */
static int zero_run(const uint16_t words[8], int *length) {
  int best = -1;
  *length = 1;
  for (int k = 0; k < 8; k++) {
    int run = 0;
    while (k + run < 8 && words[k + run] == 0) run++;
    if (run > *length) {
      best = k;
      *length = run;
    }
    if (run > 0) k += run - 1;
  }
  return best;
}

static void print_inet6(const unsigned char *bytes, char *to) {
  uint16_t words[8];
  for (int k = 0; k < 8; k++) words[k] = (uint16_t)(bytes[2 * k] << 8 | bytes[2 * k + 1]);
  int length;
  int run = zero_run(words, &length);
  int mapped = run == 0 && (length == 6 || (length == 5 && words[5] == 0xffff));
  for (int k = 0; k < 8; k++) {
    if (k == run) {
      to += sprintf(to, "::");
      k += length - 1;
      continue;
    }
    if (k > 0 && k != run + length) *to++ = ':';
    if (mapped && k == 6) {
      sprintf(to, "%d.%d.%d.%d", bytes[12], bytes[13], bytes[14], bytes[15]);
      return;
    }
    to += sprintf(to, "%x", words[k]);
  }
  *to = '\0';
}

const char *inet_ntop(int family, const void *address, char *to, socklen_t max) {
  const unsigned char *bytes = address;
  char text[INET6_ADDRSTRLEN];
  switch (family) {
    case AF_INET:
      sprintf(text, "%d.%d.%d.%d", bytes[0], bytes[1], bytes[2], bytes[3]);
      break;
    case AF_INET6:
      print_inet6(bytes, text);
      break;
    default:
      errno = EAFNOSUPPORT;
      return NULL;
  }
  if (strlen(text) >= max) {
    errno = ENOSPC;
    return NULL;
  }
  return strcpy(to, text);
}

/* Four decimal numbers without leading zeros. */
static int scan_inet(const char *text, unsigned char bytes[4]) {
  for (int k = 0; k < 4; k++) {
    if (k > 0 && *text++ != '.') return 0;
    if (!isdigit((unsigned char)*text)) return 0;
    if (*text == '0' && isdigit((unsigned char)text[1])) return 0;
    int value = 0;
    for (int digits = 0; isdigit((unsigned char)*text); digits++) {
      if (digits == 3) return 0;
      value = 10 * value + (*text++ - '0');
    }
    if (value > 255) return 0;
    bytes[k] = (unsigned char)value;
  }
  return *text == '\0';
}

static int hex_word(const char **text, int *word) {
  int digits = 0;
  *word = 0;
  while (isxdigit((unsigned char)**text)) {
    if (++digits > 4) return 0;
    int c = tolower((unsigned char)*(*text)++);
    *word = 16 * *word + (c <= '9' ? c - '0' : c - 'a' + 10);
  }
  return digits > 0;
}

static int scan_inet6(const char *text, unsigned char bytes[16]) {
  unsigned char before[16], after[16];
  int before_bytes = 0, after_bytes = 0, gap = 0;
  if (text[0] == ':') {
    if (text[1] != ':') return 0;
    gap = 1;
    text += 2;
  }
  while (*text) {
    unsigned char *part = gap ? after : before;
    int *count = gap ? &after_bytes : &before_bytes;
    const char *start = text;
    int word;
    if (before_bytes + after_bytes > 14 || !hex_word(&text, &word)) return 0;
    if (*text == '.') {
      if (before_bytes + after_bytes > 12 || !scan_inet(start, part + *count)) return 0;
      *count += 4;
      break;
    }
    part[(*count)++] = (unsigned char)(word >> 8);
    part[(*count)++] = (unsigned char)word;
    if (*text == '\0') break;
    if (*text++ != ':') return 0;
    if (*text == ':') {
      if (gap) return 0;
      gap = 1;
      text++;
    } else if (*text == '\0') return 0;
  }
  int total = before_bytes + after_bytes;
  if (gap ? total > 14 : total != 16) return 0;
  memset(bytes, 0, 16);
  memcpy(bytes, before, before_bytes);
  memcpy(bytes + 16 - after_bytes, after, after_bytes);
  return 1;
}

int inet_pton(int family, const char *text, void *address) {
  unsigned char bytes[16];
  switch (family) {
    case AF_INET:
      if (!scan_inet(text, bytes)) return 0;
      memcpy(address, bytes, 4);
      return 1;
    case AF_INET6:
      if (!scan_inet6(text, bytes)) return 0;
      memcpy(address, bytes, 16);
      return 1;
    default:
      errno = EAFNOSUPPORT;
      return -1;
  }
}

/* The classes of addresses that there were: A, B and C. Host byte order, but for the address. */
static int host_bits(in_addr_t address) {
  if ((address & 0x80000000) == 0) return 24;
  return (address & 0xc0000000) == 0x80000000 ? 16 : 8;
}

in_addr_t inet_lnaof(struct in_addr address) {
  in_addr_t number = ntohl(address.s_addr);
  return number & ((1U << host_bits(number)) - 1);
}

in_addr_t inet_netof(struct in_addr address) {
  in_addr_t number = ntohl(address.s_addr);
  return number >> host_bits(number);
}

struct in_addr inet_makeaddr(in_addr_t network, in_addr_t host) {
  in_addr_t number;
  if (network < 128)
    number = network << 24 | (host & 0xffffff);
  else if (network < 65536)
    number = network << 16 | (host & 0xffff);
  else if (network < 16777216)
    number = network << 8 | (host & 0xff);
  else
    number = network | host;
  return (struct in_addr){htonl(number)};
}
