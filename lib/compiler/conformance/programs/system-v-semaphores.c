#include <errno.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/wait.h>
#include <unistd.h>
union semun { int val; struct semid_ds *buf; unsigned short *array; };
static void change(int id, int n, int by) { struct sembuf op = {(unsigned short)n, (short)by, 0}; semop(id, &op, 1); }
int main(void) {
  int id = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600);
  union semun arg = {.val = 0};
  semctl(id, 0, SETVAL, arg); semctl(id, 1, SETVAL, arg);
  if (fork() == 0) { change(id, 0, -1); write(1, "second\n", 7); change(id, 1, 1); _exit(0); }
  write(1, "first\n", 6); change(id, 0, 1); change(id, 1, -1); write(1, "third\n", 6);
  wait(NULL);
  struct sembuf nowait = {0, -1, IPC_NOWAIT};
  printf("%d ", semop(id, &nowait, 1)); printf("%d\n", errno == EAGAIN);
  unsigned short values[2] = {3, 4}; arg.array = values;
  semctl(id, 0, SETALL, arg);
  if (fork() == 0) { struct sembuf undo[2] = {{0, -2, SEM_UNDO}, {1, 1, 0}}; semop(id, undo, 2); _exit(semctl(id, 0, GETVAL)); }
  int s; wait(&s);
  printf("%d %d %d\n", WEXITSTATUS(s), semctl(id, 0, GETVAL), semctl(id, 1, GETVAL));
  printf("%d ", semctl(id, 0, IPC_RMID)); printf("%d\n", semctl(id, 0, GETVAL));
  return 0;
}
