/* POSIX getaddrinfo and getnameinfo, over /etc/hosts and the table of services. Leaves out: IPv6. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/hosts.h>

static const struct {
  int type;
  int protocol;
  const char *name;
} kinds[] = {
    {SOCK_STREAM, IPPROTO_TCP, "tcp"},
    {SOCK_DGRAM, IPPROTO_UDP, "udp"},
    {SOCK_RAW, IPPROTO_IP, NULL},
};
#define KINDS ((int)(sizeof kinds / sizeof kinds[0]))

/* The port in network order; -1: no such service for this kind of socket, -2: not a number. */
static int port_of(const char *service, int kind, int numeric) {
  if (service == NULL) return 0;
  char *end;
  unsigned long number = strtoul(service, &end, 10);
  if (*service != '\0' && *end == '\0') return htons((uint16_t)number);
  if (numeric) return -2;
  if (kinds[kind].name == NULL) return -1;
  struct servent *found = getservbyname(service, kinds[kind].name);
  return found == NULL ? -1 : found->s_port;
}

static struct addrinfo *new_entry(struct in_addr address, int port, int kind, int flags) {
  struct addrinfo *entry = calloc(1, sizeof *entry + sizeof(struct sockaddr_in));
  if (entry == NULL) return NULL;
  struct sockaddr_in *place = (struct sockaddr_in *)(entry + 1);
  place->sin_family = AF_INET;
  place->sin_port = (in_port_t)port;
  place->sin_addr = address;
  entry->ai_flags = flags;
  entry->ai_family = AF_INET;
  entry->ai_socktype = kinds[kind].type;
  entry->ai_protocol = kinds[kind].protocol;
  entry->ai_addrlen = sizeof *place;
  entry->ai_addr = (struct sockaddr *)place;
  return entry;
}

static int resolve(const char *host, int flags, struct in_addr *address, char *canonical) {
  if (host == NULL) {
    address->s_addr = htonl(flags & AI_PASSIVE ? INADDR_ANY : INADDR_LOOPBACK);
    canonical[0] = '\0';
    return 0;
  }
  snprintf(canonical, HOST_NAME_BYTES, "%s", host);
  if (inet_aton(host, address)) return 0;
  if (flags & AI_NUMERICHOST) return EAI_NONAME;
  struct __host found;
  struct in_addr none = {0};
  if (!__find_host(host, none, &found)) return EAI_NONAME;
  *address = found.address;
  snprintf(canonical, HOST_NAME_BYTES, "%s", found.name);
  return 0;
}

int getaddrinfo(const char *host, const char *service, const struct addrinfo *hints,
                struct addrinfo **result) {
  static const struct addrinfo any = {.ai_flags = AI_V4MAPPED | AI_ADDRCONFIG};
  const int known = AI_PASSIVE | AI_CANONNAME | AI_NUMERICHOST | AI_V4MAPPED | AI_ALL |
                    AI_ADDRCONFIG | AI_NUMERICSERV;
  if (hints == NULL) hints = &any;
  int flags = hints->ai_flags;
  if (host == NULL && service == NULL) return EAI_NONAME;
  if (flags & ~known || (flags & AI_CANONNAME && host == NULL)) return EAI_BADFLAGS;
  if (hints->ai_family == AF_INET6) return EAI_NONAME;
  if (hints->ai_family != AF_UNSPEC && hints->ai_family != AF_INET) return EAI_FAMILY;
  struct in_addr address;
  char canonical[HOST_NAME_BYTES];
  int matched = 0, served = 0;
  struct addrinfo *first = NULL, **last = &first;
  int resolved = 1;
  for (int kind = 0; kind < KINDS; kind++) {
    if (hints->ai_socktype != 0 && hints->ai_socktype != kinds[kind].type) continue;
    if (hints->ai_protocol != 0 && kinds[kind].type != SOCK_RAW &&
        hints->ai_protocol != kinds[kind].protocol)
      continue;
    matched = 1;
    int port = port_of(service, kind, flags & AI_NUMERICSERV);
    if (port == -2) return EAI_NONAME;
    if (port < 0) continue;
    served = 1;
    if (resolved > 0) resolved = resolve(host, flags, &address, canonical);
    if (resolved < 0) return resolved;
    struct addrinfo *entry = new_entry(address, port, kind, flags);
    if (entry == NULL) {
      freeaddrinfo(first);
      return EAI_MEMORY;
    }
    if (kinds[kind].type == SOCK_RAW) entry->ai_protocol = hints->ai_protocol;
    if (flags & AI_CANONNAME && first == NULL) entry->ai_canonname = strdup(canonical);
    *last = entry;
    last = &entry->ai_next;
  }
  if (!matched) return EAI_SOCKTYPE;
  if (!served) return EAI_SERVICE;
  *result = first;
  return 0;
}

void freeaddrinfo(struct addrinfo *list) {
  while (list != NULL) {
    struct addrinfo *next = list->ai_next;
    free(list->ai_canonname);
    free(list);
    list = next;
  }
}

int getnameinfo(const struct sockaddr *address, socklen_t size, char *host, socklen_t host_max,
                char *service, socklen_t service_max, int flags) {
  const struct sockaddr_in *place = (const struct sockaddr_in *)address;
  if (address->sa_family != AF_INET || size < sizeof *place) return EAI_FAMILY;
  if ((host == NULL || host_max == 0) && (service == NULL || service_max == 0)) return EAI_NONAME;
  if (host != NULL && host_max > 0) {
    struct __host found;
    char text[INET_ADDRSTRLEN];
    const char *name = inet_ntop(AF_INET, &place->sin_addr, text, sizeof text);
    if (!(flags & NI_NUMERICHOST)) {
      if (__find_host(NULL, place->sin_addr, &found))
        name = found.name;
      else if (flags & NI_NAMEREQD)
        return EAI_NONAME;
    }
    if (strlen(name) >= host_max) return EAI_OVERFLOW;
    strcpy(host, name);
  }
  if (service != NULL && service_max > 0) {
    struct servent *found = NULL;
    char text[8];
    if (!(flags & NI_NUMERICSERV))
      found = getservbyport(place->sin_port, flags & NI_DGRAM ? "udp" : "tcp");
    sprintf(text, "%d", ntohs(place->sin_port));
    const char *name = found == NULL ? text : found->s_name;
    if (strlen(name) >= service_max) return EAI_OVERFLOW;
    strcpy(service, name);
  }
  return 0;
}

const char *gai_strerror(int error) {
  switch (error) {
    case EAI_BADFLAGS:
      return "Bad value for ai_flags";
    case EAI_NONAME:
      return "Name or service not known";
    case EAI_AGAIN:
      return "Temporary failure in name resolution";
    case EAI_FAIL:
      return "Non-recoverable failure in name resolution";
    case EAI_NODATA:
      return "No address associated with hostname";
    case EAI_FAMILY:
      return "ai_family not supported";
    case EAI_SOCKTYPE:
      return "ai_socktype not supported";
    case EAI_SERVICE:
      return "Servname not supported for ai_socktype";
    case EAI_MEMORY:
      return "Memory allocation failure";
    case EAI_SYSTEM:
      return "System error";
    case EAI_OVERFLOW:
      return "Result too large for supplied buffer";
    default:
      return "Unknown error";
  }
}
