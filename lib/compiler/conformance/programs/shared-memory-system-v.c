/* SysV shared memory: created, attached by both, removed. */
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  if (id < 0) return 1;
  int *shared = shmat(id, NULL, 0);
  int mine = 5;
  shared[0] = 5;
  if (fork() == 0) {
    shared[0] += 37;
    mine += 37;
    shared[1] = mine;
    shmdt(shared);
    _exit(0);
  }
  wait(NULL);
  printf("%d %d %d\n", shared[0], shared[1], mine);
  struct shmid_ds info;
  shmctl(id, IPC_STAT, &info);
  printf("%zu %d\n", (size_t)info.shm_segsz, (int)info.shm_nattch);
  printf("%d %d\n", shmdt(shared), shmctl(id, IPC_RMID, NULL));
  printf("%d\n", shmget(id, 1, 0) == id);
  return 0;
}
