/* A socket pair as a pipe of both directions, and descriptors that travel over it (SCM_RIGHTS). */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void send_descriptor(int over, int fd) {
  char byte = '!';
  struct iovec part = {&byte, 1};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control;
  memset(&control, 0, sizeof control);
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes};
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN(sizeof(int));
  memcpy(CMSG_DATA(header), &fd, sizeof fd);
  printf("sent %zd\n", sendmsg(over, &message, 0));
  fflush(stdout);
}

static int receive_descriptor(int over) {
  char byte;
  struct iovec part = {&byte, 1};
  union {
    char bytes[CMSG_SPACE(sizeof(int))];
    struct cmsghdr align;
  } control;
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = control.bytes,
                           .msg_controllen = sizeof control.bytes};
  if (recvmsg(over, &message, 0) != 1 || byte != '!') return -1;
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (!header || header->cmsg_type != SCM_RIGHTS || CMSG_NXTHDR(&message, header)) return -1;
  int fd;
  memcpy(&fd, CMSG_DATA(header), sizeof fd);
  return fd;
}

static void note(int signal) {
  (void)signal;
  write(1, "SIGPIPE\n", 8);
}

int main(void) {
  int pair[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) < 0) return 1;
  pid_t child = fork();
  if (child == 0) {
    close(pair[0]);
    int fd = receive_descriptor(pair[1]);
    if (fd < 0) _exit(1);
    dprintf(fd, "written by the child\n");
    _exit(0);
  }
  close(pair[1]);
  int ends[2];
  pipe(ends);
  send_descriptor(pair[0], ends[1]);
  close(ends[1]);
  char text[64];
  ssize_t have = 0, n;
  while ((n = read(ends[0], text + have, sizeof text - have)) > 0) have += n;
  printf("through the pipe: %.*s", (int)have, text);
  int status;
  waitpid(child, &status, 0);
  printf("child %d\n", WEXITSTATUS(status));
  printf("its end is closed: %zd\n", read(pair[0], text, sizeof text));
  fflush(stdout);
  signal(SIGPIPE, note);
  n = write(pair[0], "x", 1);
  printf("write: %zd %s\n", n, strerror(errno));

  int both[2];
  socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, both);
  printf("flags %d %d\n", (fcntl(both[0], F_GETFL) & O_NONBLOCK) != 0, fcntl(both[0], F_GETFD));
  n = read(both[0], text, 1);
  printf("empty: %zd %s\n", n, strerror(errno));
  write(both[0], "left", 4);
  write(both[1], "right", 5);
  n = read(both[0], text, sizeof text);
  printf("%.*s ", (int)n, text);
  n = read(both[1], text, sizeof text);
  printf("%.*s\n", (int)n, text);
  shutdown(both[0], SHUT_WR);
  printf("after shutdown: %zd,", read(both[1], text, sizeof text));
  printf(" other way %zd\n", write(both[1], "still", 5));
  static char block[4096];
  long total = 0;
  while ((n = write(both[1], block, sizeof block)) > 0) total += n;
  printf("full: %s, more than 64 KB: %d\n", strerror(errno), total > 65536);
  errno = 0;
  long place = lseek(both[0], 0, SEEK_SET);
  printf("lseek: %ld %s\n", place, strerror(errno));
  int type;
  socklen_t size = sizeof type;
  getsockopt(both[0], SOL_SOCKET, SO_TYPE, &type, &size);
  int nothing = open("/dev/null", O_RDONLY);
  printf("type %d, size %u; ", type, size);
  printf("not a socket: %d", getsockopt(nothing, SOL_SOCKET, SO_TYPE, &type, &size));
  printf(" %s\n", strerror(errno));
  printf("no descriptor: %d", listen(99, 1));
  printf(" %s\n", strerror(errno));
  return 0;
}
