#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: the squares of 1 to n. */
static void fill(int segment, int n) {
  int *squares = shmat(segment, NULL, 0);
  if (squares == (void *)-1) {
    perror("shmat");
    exit(1);
  }
  for (int i = 0; i < n; i++) squares[i] = (i + 1) * (i + 1);
  shmdt(squares);
  exit(0);
}

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 1;
  int segment = shmget(IPC_PRIVATE, n * sizeof(int), IPC_CREAT | 0600);
  if (segment < 0) {
    perror("shmget");
    return 1;
  }
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) fill(segment, n);

  shmctl(segment, IPC_RMID, NULL);
  waitpid(pid, NULL, 0);
  int *squares = shmat(segment, NULL, 0);
  if (squares == (void *)-1) {
    perror("shmat");
    return 1;
  }
  for (int i = 0; i < n; i++) printf("%d\n", squares[i]);
  shmdt(squares);
  return 0;
}
