#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t count;

/* In the parent: counts, and tells the child that it may send the next one. */
static void on_knock(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  (void)info;
  count++;
}

static void child(int knocks) {
  for (int i = 0; i < knocks; i++) {
    kill(getppid(), SIGUSR1);
    /* To do: wait until the knock was heard. */
  }
  _exit(0);
}

int main(int argc, char *argv[]) {
  int knocks = argc > 1 ? atoi(argv[1]) : 1;
  struct sigaction knock;
  memset(&knock, 0, sizeof knock);
  knock.sa_sigaction = on_knock;
  knock.sa_flags = SA_RESTART | SA_SIGINFO;
  sigaction(SIGUSR1, &knock, NULL);

  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) child(knocks);
  waitpid(pid, NULL, 0);
  printf("%d knocks\n", (int)count);
  return 0;
}
