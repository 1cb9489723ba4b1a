#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  int id = shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600);
  char *data = shmat(id, NULL, 0);
  int *numbers = (int *)(data + 1024);
  strcpy(data, "before");
  if (fork() == 0) { sprintf(data, "child wrote this"); for (int i = 0; i < 10; i++) numbers[i] = i * i; shmdt(data); _exit(0); }
  wait(NULL);
  printf("%s %d\n", data, numbers[9]);
  struct shmid_ds ds;
  shmctl(id, IPC_STAT, &ds);
  printf("%lu %lu %d\n", (unsigned long)ds.shm_segsz, (unsigned long)ds.shm_nattch, ds.shm_perm.mode & 0777);
  shmctl(id, IPC_RMID, NULL);
  printf("%s\n", data);
  printf("%d ", shmdt(data));
  printf("%d %d\n", shmat(id, NULL, 0) == (void *)-1, errno == EINVAL);
  return 0;
}
