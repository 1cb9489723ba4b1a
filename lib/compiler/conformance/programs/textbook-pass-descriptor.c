#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/wait.h>
int main(void) {
  int sv[2];
  socketpair(AF_UNIX, SOCK_DGRAM, 0, sv);
  pid_t p = fork();
  char d = 'd';
  struct iovec io = {&d, 1};
  union {
    char buf[CMSG_SPACE(sizeof(int))];
    struct cmsghdr a;
  } u;
  memset(&u, 0, sizeof u);
  struct msghdr m = {.msg_iov = &io, .msg_iovlen = 1, .msg_control = u.buf, .msg_controllen = sizeof u.buf};
  if (!p) {
    int fd = open("passed.txt", O_CREAT | O_RDWR | O_TRUNC, 0600);
    write(fd, "from the child\n", 15);
    lseek(fd, 5, SEEK_SET);
    struct cmsghdr *c = CMSG_FIRSTHDR(&m);
    c->cmsg_level = SOL_SOCKET;
    c->cmsg_type = SCM_RIGHTS;
    c->cmsg_len = CMSG_LEN(sizeof(int));
    memcpy(CMSG_DATA(c), &fd, sizeof fd);
    _exit(sendmsg(sv[1], &m, 0) != 1);
  }
  int st;
  if (recvmsg(sv[0], &m, 0) != 1) perror("recvmsg");
  struct cmsghdr *c = CMSG_FIRSTHDR(&m);
  int fd;
  memcpy(&fd, CMSG_DATA(c), sizeof fd);
  char b[32];
  ssize_t n = read(fd, b, sizeof b);
  printf("%.*s", (int)n, b);
  wait(&st);
  printf("%d\n", st);
  unlink("passed.txt");
  return 0;
}
