/* getsockopt, setsockopt and the errors of socket, bind, connect and friends. */
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

static int option(int fd, int level, int name) {
  int value = -1;
  socklen_t size = sizeof value;
  if (getsockopt(fd, level, name, &value, &size) < 0) return -errno;
  return value;
}

static void failing(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "fine");
}

int main(void) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int one = 1;
  printf("reuse %d", option(fd, SOL_SOCKET, SO_REUSEADDR));
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  printf(" %d, keep alive %d, nodelay %d", option(fd, SOL_SOCKET, SO_REUSEADDR),
         option(fd, SOL_SOCKET, SO_KEEPALIVE), option(fd, IPPROTO_TCP, TCP_NODELAY));
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  printf(" %d\n", option(fd, IPPROTO_TCP, TCP_NODELAY));
  int bytes = 20000;
  setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
  printf("buffer %d, type %d, domain %d, protocol %d, error %d, listening %d\n",
         option(fd, SOL_SOCKET, SO_RCVBUF), option(fd, SOL_SOCKET, SO_TYPE),
         option(fd, SOL_SOCKET, SO_DOMAIN), option(fd, SOL_SOCKET, SO_PROTOCOL),
         option(fd, SOL_SOCKET, SO_ERROR), option(fd, SOL_SOCKET, SO_ACCEPTCONN));
  struct timeval limit = {2, 500000}, got;
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  socklen_t size = sizeof got;
  getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &got, &size);
  printf("timeout %ld.%06ld\n", (long)got.tv_sec, (long)got.tv_usec);
  struct linger linger = {1, 5}, back;
  setsockopt(fd, SOL_SOCKET, SO_LINGER, &linger, sizeof linger);
  size = sizeof back;
  getsockopt(fd, SOL_SOCKET, SO_LINGER, &back, &size);
  printf("linger %d %d\n", back.l_onoff, back.l_linger);
  failing("unknown option", setsockopt(fd, SOL_SOCKET, 999, &one, sizeof one));
  failing("short value", setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, 2));
  failing("family", socket(99, SOCK_STREAM, 0));
  failing("type", socket(AF_INET, SOCK_SEQPACKET, 0));
  failing("protocol", socket(AF_INET, SOCK_STREAM, IPPROTO_UDP));
  failing("pair", socketpair(AF_INET, SOCK_STREAM, 0, (int[2]){0}));
  struct sockaddr_in far = {.sin_family = AF_INET};
  far.sin_addr.s_addr = htonl(0xc6336401);
  failing("bind to another machine's address", bind(fd, (struct sockaddr *)&far, sizeof far));
  failing("bind, short address", bind(fd, (struct sockaddr *)&far, 4));
  struct sockaddr_in here = {.sin_family = AF_INET};
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  failing("bind", bind(fd, (struct sockaddr *)&here, sizeof here));
  failing("bind twice", bind(fd, (struct sockaddr *)&here, sizeof here));
  size = sizeof here;
  getsockname(fd, (struct sockaddr *)&here, &size);
  int other = socket(AF_INET, SOCK_STREAM, 0);
  listen(fd, 1);
  failing("bind to a port in use", bind(other, (struct sockaddr *)&here, sizeof here));
  failing("connect", connect(other, (struct sockaddr *)&here, sizeof here));
  failing("connect twice", connect(other, (struct sockaddr *)&here, sizeof here));
  failing("listen on a connection", listen(other, 1));
  struct sockaddr_in peer;
  size = sizeof peer;
  failing("getpeername", getpeername(other, (struct sockaddr *)&peer, &size));
  printf("same port: %d\n", peer.sin_port == here.sin_port);
  failing("getpeername of a listener", getpeername(fd, (struct sockaddr *)&peer, &size));
  failing("accept on a connection", accept(other, NULL, NULL));
  failing("shutdown how", shutdown(other, 7));
  int third = socket(AF_INET, SOCK_STREAM, 0);
  failing("shutdown unconnected", shutdown(third, SHUT_RD));
  int server = accept(fd, NULL, NULL);
  send(other, "unread", 6, 0);
  close(server);
  char byte;
  failing("reset by a close that left data unread", (int)recv(other, &byte, 1, 0));
  failing("and then the end", (int)recv(other, &byte, 1, 0));
  return 0;
}
