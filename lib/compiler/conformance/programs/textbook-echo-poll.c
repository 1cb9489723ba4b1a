#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <poll.h>
#include <fcntl.h>
#include <errno.h>
#include <sys/socket.h>
#include <netinet/in.h>
#include <sys/wait.h>
int main(void) {
  int ls = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  struct sockaddr_in a = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
  bind(ls, (struct sockaddr *)&a, sizeof a);
  listen(ls, 5);
  socklen_t l = sizeof a;
  getsockname(ls, (struct sockaddr *)&a, &l);
  int c0 = accept(ls, NULL, NULL);
  printf("accept: %d %d\n", c0, errno == EAGAIN);
  fflush(stdout);
  for (int i = 0; i < 3; i++) if (fork() == 0) {
    int s = socket(AF_INET, SOCK_STREAM, 0);
    connect(s, (struct sockaddr *)&a, sizeof a);
    char b[8];
    int ok = 0;
    for (int k = 0; k < 4; k++) {
      write(s, "abcdefg", 8);
      ok += recv(s, b, 8, MSG_WAITALL) == 8 && !strcmp(b, "ABCDEFG");
    }
    close(s);
    _exit(ok);
  }
  struct pollfd p[8];
  int n = 1, closed = 0;
  p[0].fd = ls;
  p[0].events = POLLIN;
  while (closed < 3) {
    int k = poll(p, n, 3000);
    if (k <= 0) {
      printf("poll %d\n", k);
      break;
    }
    if (p[0].revents & POLLIN) {
      int c = accept(ls, NULL, NULL);
      if (c >= 0) {
        p[n].fd = c;
        p[n].events = POLLIN;
        p[n].revents = 0;
        n++;
      }
    }
    for (int i = 1; i < n; i++) if (p[i].fd >= 0 && p[i].revents & (POLLIN | POLLHUP)) {
      char b[64];
      ssize_t r = read(p[i].fd, b, sizeof b);
      if (r <= 0) {
        close(p[i].fd);
        p[i].fd = -1;
        closed++;
      } else {
        for (int j = 0; j < r; j++) if (b[j]) b[j] -= 32;
        write(p[i].fd, b, r);
      }
    }
  }
  int st, sum = 0;
  while (wait(&st) > 0) sum += WEXITSTATUS(st);
  printf("right %d\n", sum);
  return 0;
}
