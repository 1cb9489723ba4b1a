#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <signal.h>
#include <limits.h>
int main(void) {
  int status, fd[2];
  setbuf(stdout, NULL);
  if (fork() == 0) _exit(3);
  pid_t child = wait(&status);
  printf("%d %d\n", child > 0, WEXITSTATUS(status));
  if (pipe(fd) < 0) return 1;
  char c;
  write(fd[1], "x", 1);
  if (read(fd[0], &c, 1) == 1) putchar(c);
  struct stat st;
  if (stat("/tmp", &st) == 0) printf(" %d\n", S_ISDIR(st.st_mode));
  struct timeval tv;
  gettimeofday(&tv, NULL);
  printf("%d\n", tv.tv_sec > 0);
  char *end;
  long n = strtol("12x", &end, 10);
  printf("%ld %s\n", n, end);
  char cwd[PATH_MAX];
  if (getcwd(cwd, sizeof cwd)) printf("%c\n", cwd[0]);
  sigset_t set, old;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, &old);
  printf("%d\n", sigismember(&old, SIGUSR1));
  struct sigaction sa;
  sa.sa_handler = SIG_IGN;
  sigemptyset(&sa.sa_mask);
  sa.sa_flags = 0;
  printf("%d\n", sigaction(SIGUSR2, &sa, NULL));
  double whole, part;
  int a, b;
  sscanf("7 of 9", "%d of %d", &a, &b);
  whole = a;
  part = b;
  printf("%g\n", whole / part);
  return 0;
}
