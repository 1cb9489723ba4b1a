#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* What the child does, as the arguments say. */
static void child(char *argv[], int argc) {
  int number = argc > 2 ? atoi(argv[2]) : 0;
  if (strcmp(argv[1], "exit") == 0) exit(number);
  if (strcmp(argv[1], "signal") == 0) raise(number);
  if (strcmp(argv[1], "abort") == 0) abort();
  if (strcmp(argv[1], "stop") == 0) raise(SIGSTOP);
  exit(number);
}

/* Says what has become of the child; true when it has ended. */
static int tell(int status) {
  if (WIFEXITED(status)) {
    printf("exited with %d\n", status);
    return 1;
  }
  if (WIFSIGNALED(status)) {
    printf("killed by signal %d\n", WTERMSIG(status));
    return 1;
  }
  if (WIFSTOPPED(status)) printf("stopped by signal %d\n", WSTOPSIG(status));
  return 0;
}

int main(int argc, char *argv[]) {
  if (argc < 2) return 2;
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) child(argv, argc);
  int status;
  while (waitpid(pid, &status, WUNTRACED) == pid && !tell(status)) kill(pid, SIGCONT);
  return 0;
}
