/* Names of hosts, from /etc/hosts: the simulated network has no name server. */
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <forkyard/hosts.h>

static const char separators[] = " \t\r\n";

int __find_host(const char *name, struct in_addr address, struct __host *found) {
  FILE *hosts = fopen("/etc/hosts", "re");
  if (hosts == NULL) return 0;
  char line[512];
  int hit = 0;
  while (!hit && fgets(line, sizeof line, hosts) != NULL) {
    line[strcspn(line, "#")] = '\0';
    char *rest;
    char *word = strtok_r(line, separators, &rest);
    struct in_addr here;
    if (word == NULL || !inet_aton(word, &here)) continue;
    char *first = strtok_r(NULL, separators, &rest);
    if (first == NULL) continue;
    if (name == NULL) hit = here.s_addr == address.s_addr;
    for (word = first; word != NULL && !hit && name != NULL;
         word = strtok_r(NULL, separators, &rest))
      hit = strcasecmp(word, name) == 0;
    if (hit) {
      found->address = here;
      snprintf(found->name, sizeof found->name, "%s", first);
    }
  }
  fclose(hosts);
  return hit;
}

static int host_error;

int *__h_errno_location(void) {
  return &host_error;
}

static struct hostent *entry_of(const struct __host *host) {
  static struct __host kept;
  static char *addresses[2];
  static char *no_aliases[1];
  static struct hostent entry;
  kept = *host;
  addresses[0] = (char *)&kept.address;
  entry.h_name = kept.name;
  entry.h_aliases = no_aliases;
  entry.h_addrtype = AF_INET;
  entry.h_length = sizeof kept.address;
  entry.h_addr_list = addresses;
  return &entry;
}

struct hostent *gethostbyname(const char *name) {
  struct __host host;
  struct in_addr none = {0};
  if (inet_aton(name, &host.address))
    snprintf(host.name, sizeof host.name, "%s", name);
  else if (!__find_host(name, none, &host)) {
    h_errno = HOST_NOT_FOUND;
    return NULL;
  }
  return entry_of(&host);
}

struct hostent *gethostbyaddr(const void *address, socklen_t size, int family) {
  struct __host host;
  struct in_addr wanted;
  if (family != AF_INET || size != sizeof wanted) {
    errno = EINVAL;
    h_errno = NO_RECOVERY;
    return NULL;
  }
  memcpy(&wanted, address, sizeof wanted);
  if (!__find_host(NULL, wanted, &host)) {
    h_errno = HOST_NOT_FOUND;
    return NULL;
  }
  return entry_of(&host);
}

const char *hstrerror(int error) {
  switch (error) {
    case 0:
      return "Resolver Error 0 (no error)";
    case HOST_NOT_FOUND:
      return "Unknown host";
    case TRY_AGAIN:
      return "Host name lookup failure";
    case NO_RECOVERY:
      return "Unknown server error";
    case NO_DATA:
      return "No address associated with name";
    default:
      return "Unknown resolver error";
  }
}

void herror(const char *text) {
  if (text != NULL && *text != '\0') fprintf(stderr, "%s: ", text);
  fprintf(stderr, "%s\n", hstrerror(h_errno));
}
