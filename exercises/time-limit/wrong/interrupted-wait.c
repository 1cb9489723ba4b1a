#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t command;
static volatile sig_atomic_t timed_out;

static void on_alarm(int signal) {
  (void)signal;
  timed_out = 1;
  kill(command, SIGKILL);
}

int main(int argc, char *argv[]) {
  if (argc < 3) {
    fprintf(stderr, "usage: %s SECONDS COMMAND...\n", argv[0]);
    return 2;
  }
  command = fork();
  if (command < 0) {
    perror("fork");
    return 1;
  }
  if (command == 0) {
    execvp(argv[2], &argv[2]);
    _exit(127);
  }

  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_alarm;
  sigaction(SIGALRM, &action, NULL);
  alarm(atoi(argv[1]));

  int status;
  waitpid(command, &status, 0);
  alarm(0);
  if (timed_out) {
    printf("timed out\n");
    return 124;
  }
  printf("ended with %d\n", WEXITSTATUS(status));
  return WEXITSTATUS(status);
}
