#include <stdio.h>
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

/* In the child: the squares of 1 to n. */
static void fill(int segment, int n) {
  /* To do: attach the segment and write the squares. */
  (void)segment;
  (void)n;
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

  /* To do: when can the parent read? */
  int *squares = shmat(segment, NULL, 0);
  if (squares == (void *)-1) {
    perror("shmat");
    return 1;
  }
  for (int i = 0; i < n; i++) printf("%d\n", squares[i]);
  shmdt(squares);
  /* To do: what becomes of the segment? */
  return 0;
}
