/* For the C library only: /etc/hosts. */
#ifndef _FORKYARD_HOSTS_H
#define _FORKYARD_HOSTS_H
#include <netinet/in.h>
#define HOST_NAME_BYTES 256
struct __host {
  struct in_addr address;
  /** The line's first name. */
  char name[HOST_NAME_BYTES];
};
/* The entry with that name, or with that address where `name` is null; 0: there is none. */
int __find_host(const char *name, struct in_addr address, struct __host *found);
#endif
