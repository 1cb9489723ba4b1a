/* setpgid, setsid, their errors, and signals to groups. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(const char *what, long result) {
  printf("%s: %s\n", what, result < 0 ? strerror(errno) : "ok");
  fflush(stdout);
}

int main(void) {
  int ready[2], go[2];
  char byte;
  if (pipe(ready) < 0 || pipe(go) < 0) return 1;
  pid_t child = fork();
  if (child == 0) {
    if (write(ready[1], "x", 1) != 1) _exit(1);
    if (read(go[0], &byte, 1) != 1) _exit(1);
    show("setsid of a leader", setsid());
    _exit(getpgrp() == getpid() && getpgid(0) == getpid() ? 0 : 2);
  }
  if (read(ready[0], &byte, 1) != 1) return 1;
  show("own group", setpgid(child, child));
  printf("%d %d\n", getpgid(child) == child, getsid(child) == getsid(0));
  show("negative", setpgid(child, -5));
  show("no such process", setpgid(999999, 0));
  show("no such group", setpgid(child, 999999));
  if (write(go[1], "x", 1) != 1) return 1;
  int status;
  waitpid(child, &status, 0);
  printf("status %d\n", WEXITSTATUS(status));
  child = fork();
  if (child == 0) {
    int made = setsid() == getpid();
    printf("session: %d %d %d\n", made, getsid(0) == getpid(), getpgrp() == getpid());
    fflush(stdout);
    show("leader", setpgid(0, 0));
    show("other session", setpgid(0, getppid()));
    _exit(0);
  }
  waitpid(child, &status, 0);
  pid_t first = 0;
  for (int k = 0; k < 3; k++) {
    child = fork();
    if (child == 0) {
      setpgid(0, first);
      if (write(ready[1], "x", 1) != 1) _exit(1);
      for (;;) pause();
    }
    if (first == 0) first = child;
    setpgid(child, first);
    if (read(ready[0], &byte, 1) != 1) return 1;
  }
  show("nobody's group", kill(-999999, SIGTERM));
  show("killpg", killpg(first, SIGTERM));
  int killed = 0;
  while (waitpid(-first, &status, 0) > 0) killed += WTERMSIG(status) == SIGTERM;
  printf("killed %d\n", killed);
  show("wait for a group", waitpid(-first, &status, 0));
  show("getpgid", getpgid(999999));
  show("getsid", getsid(999999));
  return 0;
}
