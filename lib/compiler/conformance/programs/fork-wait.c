/* fork and wait: statuses, ids, order by waiting. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t parent = getpid();
  int value = 1;
  for (int i = 0; i < 4; i++) {
    fflush(stdout);
    pid_t pid = fork();
    if (pid < 0) return 1;
    if (pid == 0) {
      value += i;
      printf("child %d: value %d, parent is mine: %d\n", i, value, getppid() == parent);
      exit(10 + i);
    }
    int status;
    pid_t done = wait(&status);
    printf("%d %d %d\n", done == pid, WIFEXITED(status), WEXITSTATUS(status));
  }
  printf("value %d\n", value);
  pid_t pids[3];
  fflush(stdout);
  for (int i = 0; i < 3; i++)
    if ((pids[i] = fork()) == 0) _exit(i * i);
  for (int i = 2; i >= 0; i--) {
    int status;
    printf("%d ", waitpid(pids[i], &status, 0) == pids[i]);
    printf("%d\n", WEXITSTATUS(status));
  }
  printf("%d\n", wait(NULL));
  return 0;
}
