#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <errno.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/sem.h>
#include <sys/wait.h>
union semun {
  int val;
  struct semid_ds *buf;
  unsigned short *array;
};
static void op(int id, int num, int d) {
  struct sembuf b = {num, d, SEM_UNDO};
  if (d) b.sem_flg = 0;
  while (semop(id, &b, 1) == -1 && errno == EINTR) ;
}

int main(void) {
  int shm = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600), sem = semget(IPC_PRIVATE, 3, IPC_CREAT | 0600);
  if (shm < 0 || sem < 0) {
    perror("get");
    return 1;
  }
  union semun u;
  unsigned short init[3] = {1, 5, 0};
  u.array = init;
  semctl(sem, 0, SETALL, u);
  int *m = shmat(shm, NULL, 0);
  memset(m, 0, 4096);
  for (int w = 0; w < 3; w++) if (fork() == 0) {
    for (int i = 0; i < 20; i++) {
      op(sem, 1, -1);
      op(sem, 0, -1);
      m[2 + m[0]] = w * 100 + i;
      m[0] = (m[0] + 1) % 5;
      op(sem, 0, 1);
      op(sem, 2, 1);
    }
    shmdt(m);
    exit(0);
  }
  long sum = 0;
  for (int i = 0; i < 60; i++) {
    op(sem, 2, -1);
    op(sem, 0, -1);
    sum += m[2 + m[1]];
    m[1] = (m[1] + 1) % 5;
    op(sem, 0, 1);
    op(sem, 1, 1);
  } while (wait(NULL) > 0) ;
  printf("sum %ld\n", sum);
  printf("values %d %d %d\n", semctl(sem, 0, GETVAL), semctl(sem, 1, GETVAL), semctl(sem, 2, GETVAL));
  struct shmid_ds ds;
  shmctl(shm, IPC_STAT, &ds);
  printf("attached %lu, size %zu\n", (unsigned long)ds.shm_nattch, ds.shm_segsz);
  shmdt(m);
  shmctl(shm, IPC_RMID, NULL);
  semctl(sem, 0, IPC_RMID);
  printf("after removal: %s\n", shmctl(shm, IPC_STAT, &ds) < 0 ? strerror(errno) : "still");
  return 0;
}
