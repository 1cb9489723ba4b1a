/* POSIX arpa/inet.h */
#ifndef _ARPA_INET_H
#define _ARPA_INET_H
#include <netinet/in.h>
in_addr_t inet_addr(const char *text);
int inet_aton(const char *text, struct in_addr *address);
char *inet_ntoa(struct in_addr address);
const char *inet_ntop(int family, const void *address, char *to, socklen_t max);
int inet_pton(int family, const char *text, void *address);
in_addr_t inet_network(const char *text);
struct in_addr inet_makeaddr(in_addr_t network, in_addr_t host);
in_addr_t inet_lnaof(struct in_addr address);
in_addr_t inet_netof(struct in_addr address);
#endif
