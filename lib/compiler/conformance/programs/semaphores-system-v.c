/* SysV semaphores: a mutex around a shared counter, and turn taking. */
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

union semun {
  int val;
};

static void change(int id, int which, int by) {
  struct sembuf op = {which, by, 0};
  semop(id, &op, 1);
}

int main(void) {
  int sems = semget(IPC_PRIVATE, 2, IPC_CREAT | 0600);
  int shm = shmget(IPC_PRIVATE, sizeof(int), IPC_CREAT | 0600);
  union semun one = {1}, zero = {0};
  semctl(sems, 0, SETVAL, one);
  semctl(sems, 1, SETVAL, zero);
  int *counter = shmat(shm, NULL, 0);
  *counter = 0;
  for (int i = 0; i < 3; i++) {
    if (fork() == 0) {
      for (int j = 0; j < 50; j++) {
        change(sems, 0, -1);
        int c = *counter;
        *counter = c + 1;
        change(sems, 0, 1);
      }
      change(sems, 1, 1);
      _exit(0);
    }
  }
  change(sems, 1, -3);
  printf("%d %d %d\n", *counter, semctl(sems, 0, GETVAL), semctl(sems, 1, GETVAL));
  while (wait(NULL) > 0)
    ;
  printf("%d %d\n", semctl(sems, 0, IPC_RMID), shmctl(shm, IPC_RMID, NULL));
  return 0;
}
