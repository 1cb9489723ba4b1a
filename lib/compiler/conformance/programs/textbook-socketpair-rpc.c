#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/wait.h>
int main(void) {
  int sv[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, sv)) {
    perror("socketpair");
    return 1;
  }
  pid_t p = fork();
  if (!p) {
    close(sv[0]);
    int n;
    char b[64];
    while (read(sv[1], &n, sizeof n) == sizeof n) {
      recv(sv[1], b, n, MSG_WAITALL);
      for (int i = 0, j = n - 1; i < j; i++, j--) {
        char t = b[i];
        b[i] = b[j];
        b[j] = t;
      }
      struct iovec v[2] = {{&n, sizeof n}, {b, n}};
      writev(sv[1], v, 2);
    }
    _exit(0);
  }
  close(sv[1]);
  const char *m[] = {"hello", "level", "socket pair"};
  for (int i = 0; i < 3; i++) {
    int n = strlen(m[i]);
    char b[64];
    struct iovec v[2] = {{&n, sizeof n}, {(char *)m[i], n}};
    writev(sv[0], v, 2);
    int k;
    read(sv[0], &k, sizeof k);
    recv(sv[0], b, k, MSG_WAITALL);
    printf("%.*s\n", k, b);
  }
  fcntl(sv[0], F_SETFL, O_NONBLOCK);
  char c;
  ssize_t r = read(sv[0], &c, 1);
  printf("%zd %s\n", r, strerror(errno));
  shutdown(sv[0], SHUT_WR);
  wait(NULL);
  printf("%zd\n", read(sv[0], &c, 1));
  return 0;
}
