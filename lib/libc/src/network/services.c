/* Services and protocols by name and number, as /etc/services and /etc/protocols have them. */
#include <netdb.h>
#include <string.h>

static char *no_aliases[] = {NULL};

static struct servent services[] = {
    {"echo", no_aliases, 7, "tcp"},      {"echo", no_aliases, 7, "udp"},
    {"discard", no_aliases, 9, "tcp"},   {"daytime", no_aliases, 13, "tcp"},
    {"ftp", no_aliases, 21, "tcp"},      {"ssh", no_aliases, 22, "tcp"},
    {"telnet", no_aliases, 23, "tcp"},   {"smtp", no_aliases, 25, "tcp"},
    {"time", no_aliases, 37, "tcp"},     {"domain", no_aliases, 53, "tcp"},
    {"domain", no_aliases, 53, "udp"},   {"tftp", no_aliases, 69, "udp"},
    {"http", no_aliases, 80, "tcp"},     {"pop3", no_aliases, 110, "tcp"},
    {"sunrpc", no_aliases, 111, "tcp"},  {"ntp", no_aliases, 123, "udp"},
    {"imap2", no_aliases, 143, "tcp"},   {"snmp", no_aliases, 161, "udp"},
    {"https", no_aliases, 443, "tcp"},   {"https", no_aliases, 443, "udp"},
    {"http-alt", no_aliases, 8080, "tcp"}, {"http-alt", no_aliases, 8080, "udp"},
};

static struct protoent protocols[] = {
    {"ip", no_aliases, 0},
    {"icmp", no_aliases, 1},
    {"tcp", no_aliases, 6},
    {"udp", no_aliases, 17},
};

static struct servent found;

static struct servent *answer(const struct servent *entry) {
  found = *entry;
  found.s_port = htons((uint16_t)entry->s_port);
  return &found;
}

struct servent *getservbyname(const char *name, const char *protocol) {
  for (size_t k = 0; k < sizeof services / sizeof services[0]; k++)
    if (strcmp(services[k].s_name, name) == 0 &&
        (protocol == NULL || strcmp(services[k].s_proto, protocol) == 0))
      return answer(&services[k]);
  return NULL;
}

struct servent *getservbyport(int port, const char *protocol) {
  for (size_t k = 0; k < sizeof services / sizeof services[0]; k++)
    if (services[k].s_port == ntohs((uint16_t)port) &&
        (protocol == NULL || strcmp(services[k].s_proto, protocol) == 0))
      return answer(&services[k]);
  return NULL;
}

struct protoent *getprotobyname(const char *name) {
  for (size_t k = 0; k < sizeof protocols / sizeof protocols[0]; k++)
    if (strcmp(protocols[k].p_name, name) == 0) return &protocols[k];
  return NULL;
}

struct protoent *getprotobynumber(int number) {
  for (size_t k = 0; k < sizeof protocols / sizeof protocols[0]; k++)
    if (protocols[k].p_proto == number) return &protocols[k];
  return NULL;
}
