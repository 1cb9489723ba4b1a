/* shmctl, attaching twice, removal that waits for the last detach, keys. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

static long attached(int id) {
  struct shmid_ds about;
  return shmctl(id, IPC_STAT, &about) < 0 ? -1 : (long)about.shm_nattch;
}

int main(void) {
  struct shmid_ds about;
  key_t key = ftok("/tmp", getpid() & 63 | 64);
  printf("missing: %d %s\n", shmget(key, 100, 0600), strerror(errno));
  int id = shmget(key, 5000, IPC_CREAT | IPC_EXCL | 0640);
  printf("found %d, bigger: %d %s\n", shmget(key, 0, 0) == id, shmget(key, 6000, 0),
         strerror(errno));
  char *a = shmat(id, NULL, 0), *b = shmat(id, NULL, SHM_RDONLY);
  strcpy(a, "written here");
  printf("two places %d, same bytes: %s, attached %ld\n", a != b, b, attached(id));
  shmctl(id, IPC_STAT, &about);
  printf("size %zu creator %d last %d mode %o atime %d dtime %d\n", about.shm_segsz,
         about.shm_cpid == getpid(), about.shm_lpid == getpid(), about.shm_perm.mode,
         about.shm_atime > 0, about.shm_dtime > 0);
  if (fork() == 0) {
    strcpy(a, "by the child");
    _exit(attached(id) == 4 ? 0 : 1);
  }
  int status;
  wait(&status);
  printf("child saw both: %d, says %s, attached %ld\n", WEXITSTATUS(status) == 0, b, attached(id));
  printf("detach %d, again %d %s\n", shmdt(b), shmdt(b), strerror(errno));
  printf("detach nonsense: %d %s\n", shmdt(a + 1), strerror(errno));
  printf("attach nonsense: %d %s\n", shmat(id, (void *)1, 0) == (void *)-1, strerror(errno));
  about.shm_perm.mode = 0600;
  printf("IPC_SET %d\n", shmctl(id, IPC_SET, &about));
  printf("lock %d", shmctl(id, SHM_LOCK, NULL));
  shmctl(id, IPC_STAT, &about);
  printf(" mode %o", about.shm_perm.mode);
  printf(" unlock %d\n", shmctl(id, SHM_UNLOCK, NULL));
  printf("remove %d\n", shmctl(id, IPC_RMID, NULL));
  shmctl(id, IPC_STAT, &about);
  printf("still there: %s, mode %o, key %d\n", a, about.shm_perm.mode, about.shm_perm.__key);
  printf("its key finds nothing: %d %s\n", shmget(key, 0, 0), strerror(errno));
  char *c = shmat(id, NULL, 0);
  printf("may still be attached by id: %d\n", c != (void *)-1);
  shmdt(c);
  shmdt(a);
  printf("gone: %ld %s\n", attached(id), strerror(errno));
  printf("too small: %d %s\n", shmget(IPC_PRIVATE, 0, 0600), strerror(errno));
  id = shmget(IPC_PRIVATE, 1, 0600);
  printf("bad command: %d %s\n", shmctl(id, 77, NULL), strerror(errno));
  shmctl(id, IPC_RMID, NULL);
  int last = shmget(IPC_PRIVATE, 4096, 0600);
  if (fork() == 0) {
    shmat(last, NULL, 0);
    shmctl(last, IPC_RMID, NULL);
    _exit(0);
  }
  wait(NULL);
  printf("went with its last process: %ld\n", attached(last));
  return 0;
}
