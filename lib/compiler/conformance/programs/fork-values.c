#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int global = 1;
int main(void) {
  int local = 2, *heap = malloc(sizeof *heap), status;
  *heap = 3;
  pid_t parent = getpid(), pid = fork();
  if (pid == 0) { global += 10; local += 10; *heap += 10; printf("child %d %d %d %d\n", global, local, *heap, getppid() == parent); exit(5); }
  pid_t got = wait(&status);
  printf("parent %d %d %d %d %d %d\n", global, local, *heap, got == pid, WIFEXITED(status), WEXITSTATUS(status));
  printf("%d\n", wait(&status));
  return 0;
}
