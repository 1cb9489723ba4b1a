#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: the squares of 1 to n. */
static void fill(int *squares, int n) {
  for (int i = 0; i < n; i++) squares[i] = (i + 1) * (i + 1);
  exit(0);
}

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 1;
  int *squares = calloc(n, sizeof(int));
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) fill(squares, n);

  waitpid(pid, NULL, 0);
  for (int i = 0; i < n; i++) printf("%d\n", squares[i]);
  free(squares);
  return 0;
}
