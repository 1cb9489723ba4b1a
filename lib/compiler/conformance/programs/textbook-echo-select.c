#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
int main(void) {
  struct sockaddr_un a = {.sun_family = AF_UNIX};
  strcpy(a.sun_path, "echo.sock");
  unlink(a.sun_path);
  int ls = socket(AF_UNIX, SOCK_STREAM, 0);
  if (bind(ls, (struct sockaddr *)&a, sizeof a)) {
    perror("bind");
    return 1;
  }
  listen(ls, 5);
  for (int i = 0; i < 3; i++) if (fork() == 0) {
    close(ls);
    int s = socket(AF_UNIX, SOCK_STREAM, 0);
    connect(s, (struct sockaddr *)&a, sizeof a);
    char b[16], m[16];
    int ok = 0;
    for (int k = 0; k < 5; k++) {
      sprintf(m, "m%d.%d", i, k);
      write(s, m, strlen(m) + 1);
      read(s, b, sizeof b);
      ok += !strcmp(b, m);
      if (k == 2) usleep(1000 * i);
    }
    close(s);
    _exit(ok);
  }
  fd_set master, r;
  FD_ZERO(&master);
  FD_SET(ls, &master);
  int max = ls, closed = 0, msgs = 0;
  while (closed < 3) {
    r = master;
    struct timeval tv = {5, 0};
    int n = select(max + 1, &r, NULL, NULL, &tv);
    if (n <= 0) {
      printf("select %d\n", n);
      break;
    }
    for (int fd = 0; fd <= max; fd++) if (FD_ISSET(fd, &r)) {
      if (fd == ls) {
        int c = accept(ls, NULL, NULL);
        FD_SET(c, &master);
        if (c > max) max = c;
      } else {
        char b[16];
        ssize_t k = read(fd, b, sizeof b);
        if (k <= 0) {
          close(fd);
          FD_CLR(fd, &master);
          closed++;
        } else {
          write(fd, b, k);
          msgs++;
        }
      }
    }
  }
  int st, sum = 0;
  while (wait(&st) > 0) sum += WEXITSTATUS(st);
  printf("messages %d right %d\n", msgs, sum);
  unlink(a.sun_path);
  return 0;
}
