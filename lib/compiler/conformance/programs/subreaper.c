/* Orphans go to a subreaper; PR_SET_PDEATHSIG. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int is = -1;
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  prctl(PR_GET_CHILD_SUBREAPER, &is);
  printf("subreaper %d\n", is);
  fflush(stdout);
  pid_t self = getpid();
  int told[2];
  if (pipe(told) < 0) return 1;
  if (fork() == 0) {
    if (fork() == 0) {
      char byte;
      close(told[1]);
      if (read(told[0], &byte, 1) != 0) _exit(1);
      _exit(getppid() == self ? 11 : 12);
    }
    _exit(10);
  }
  int status;
  pid_t first = wait(&status);
  printf("child %d\n", WEXITSTATUS(status));
  close(told[1]);
  pid_t second = wait(&status);
  printf("orphan %d, another %d\n", WEXITSTATUS(status), first != second);
  fflush(stdout);
  int ready[2];
  if (pipe(ready) < 0) return 1;
  if (fork() == 0) {
    if (fork() == 0) {
      prctl(PR_SET_PDEATHSIG, SIGUSR1);
      if (write(ready[1], "x", 1) != 1) _exit(1);
      for (;;) pause();
    }
    char byte;
    if (read(ready[0], &byte, 1) != 1) _exit(1);
    _exit(20);
  }
  int ends = 0, signal = 0;
  while (wait(&status) > 0)
    if (WIFEXITED(status)) ends = WEXITSTATUS(status);
    else signal = WTERMSIG(status);
  printf("parent %d, orphan by %s\n", ends, strsignal(signal));
  prctl(PR_SET_NAME, "a-name-that-is-too-long");
  char name[17] = "";
  prctl(PR_GET_NAME, name);
  printf("%s\n", name);
  return 0;
}
