#include <stdio.h>
#include <unistd.h>
#include <signal.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
static volatile sig_atomic_t got;
static void h(int s) {
  got++;
}

int main(void) {
  int p[2];
  pipe(p);
  close(p[0]);
  signal(SIGPIPE, h);
  int n = write(p[1], "x", 1);
  printf("%d %s got %d\n", n, strerror(errno), got);
  signal(SIGPIPE, SIG_IGN);
  n = write(p[1], "x", 1);
  printf("%d %s got %d\n", n, strerror(errno), got);
  fflush(stdout);
  if (fork() == 0) {
    signal(SIGPIPE, SIG_DFL);
    write(p[1], "x", 1);
    _exit(0);
  }
  int st;
  wait(&st);
  printf("%d\n", WTERMSIG(st));
  int q[2];
  pipe(q);
  if (fork() == 0) {
    close(q[0]);
    _exit(0);
  }
  close(q[1]);
  char c;
  printf("eof %zd\n", read(q[0], &c, 1));
  wait(NULL);
  return 0;
}
