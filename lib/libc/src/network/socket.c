/* POSIX sys/socket.h: the calls of sockets. */
#include <sys/socket.h>
#include <forkyard/intrinsics.h>

long __result(long result);

int socket(int domain, int type, int protocol) {
  return (int)__result(__syscall(SYS_socket, domain, type, protocol));
}

int socketpair(int domain, int type, int protocol, int ends[2]) {
  return (int)__result(__syscall(SYS_socketpair, domain, type, protocol, ends));
}

int bind(int fd, const struct sockaddr *address, socklen_t size) {
  return (int)__result(__syscall(SYS_bind, fd, address, size));
}

int listen(int fd, int backlog) {
  return (int)__result(__syscall(SYS_listen, fd, backlog));
}

int accept(int fd, struct sockaddr *address, socklen_t *size) {
  return (int)__result(__syscall(SYS_accept, fd, address, size));
}

int accept4(int fd, struct sockaddr *address, socklen_t *size, int flags) {
  return (int)__result(__syscall(SYS_accept4, fd, address, size, flags));
}

int connect(int fd, const struct sockaddr *address, socklen_t size) {
  return (int)__result(__syscall(SYS_connect, fd, address, size));
}

int getsockname(int fd, struct sockaddr *address, socklen_t *size) {
  return (int)__result(__syscall(SYS_getsockname, fd, address, size));
}

int getpeername(int fd, struct sockaddr *address, socklen_t *size) {
  return (int)__result(__syscall(SYS_getpeername, fd, address, size));
}

ssize_t send(int fd, const void *from, size_t n, int flags) {
  return sendto(fd, from, n, flags, 0, 0);
}

ssize_t sendto(int fd, const void *from, size_t n, int flags, const struct sockaddr *address,
               socklen_t size) {
  return __result(__syscall(SYS_sendto, fd, from, n, flags, address, size));
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  return __result(__syscall(SYS_sendmsg, fd, message, flags));
}

ssize_t recv(int fd, void *to, size_t n, int flags) {
  return recvfrom(fd, to, n, flags, 0, 0);
}

ssize_t recvfrom(int fd, void *to, size_t n, int flags, struct sockaddr *address, socklen_t *size) {
  return __result(__syscall(SYS_recvfrom, fd, to, n, flags, address, size));
}

ssize_t recvmsg(int fd, struct msghdr *message, int flags) {
  return __result(__syscall(SYS_recvmsg, fd, message, flags));
}

int getsockopt(int fd, int level, int name, void *value, socklen_t *size) {
  return (int)__result(__syscall(SYS_getsockopt, fd, level, name, value, size));
}

int setsockopt(int fd, int level, int name, const void *value, socklen_t size) {
  return (int)__result(__syscall(SYS_setsockopt, fd, level, name, value, size));
}

int shutdown(int fd, int how) {
  return (int)__result(__syscall(SYS_shutdown, fd, how));
}

/* There is no out-of-band data. */
int sockatmark(int fd) {
  int type;
  socklen_t size = sizeof type;
  return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) < 0 ? -1 : 0;
}

struct cmsghdr *__cmsg_next(struct msghdr *message, struct cmsghdr *control) {
  char *end = (char *)message->msg_control + message->msg_controllen;
  if (control->cmsg_len < sizeof(struct cmsghdr)) return 0;
  char *next = (char *)control + CMSG_ALIGN(control->cmsg_len);
  if (next + sizeof(struct cmsghdr) > end) return 0;
  if (next + CMSG_ALIGN(((struct cmsghdr *)next)->cmsg_len) > end) return 0;
  return (struct cmsghdr *)next;
}
