/* Shared anonymous mappings inherited by fork, named segments in pieces, and shmdt in pieces. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096
#define RW (PROT_READ | PROT_WRITE)

int main(void) {
  int *counts = mmap(NULL, 2 * PAGE, RW, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int *own = mmap(NULL, PAGE, RW, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  own[0] = 5;
  munmap(counts, PAGE);
  counts += PAGE / sizeof *counts;
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      own[0] += k;
      counts[k] = own[0];
      if (k == 2) {
        if (fork() == 0) {
          counts[3] = counts[2] * 10;
          _exit(0);
        }
        wait(NULL);
      }
      munmap(counts, PAGE);
      _exit(0);
    }
  while (wait(NULL) > 0);
  printf("%d %d %d %d, own %d\n", counts[0], counts[1], counts[2], counts[3], own[0]);

  char name[32];
  snprintf(name, sizeof name, "/mmap-shared-%d", (int)getpid());
  int fd = shm_open(name, O_RDWR | O_CREAT, 0600);
  shm_unlink(name);
  ftruncate(fd, 100);
  char *a = mmap(NULL, PAGE, RW, MAP_SHARED, fd, 0);
  strcpy(a, "first");
  ftruncate(fd, 3 * PAGE);
  char *b = mmap(NULL, 2 * PAGE, RW, MAP_SHARED, fd, PAGE);
  char *whole = mmap(NULL, 3 * PAGE, PROT_READ, MAP_SHARED, fd, 0);
  close(fd);
  if (fork() == 0) {
    strcpy(b + PAGE, "third");
    strcat(a, " page");
    _exit(0);
  }
  wait(NULL);
  printf("%s, %s\n", whole, whole + 2 * PAGE);

  int id = shmget(IPC_PRIVATE, 3 * PAGE, IPC_CREAT | 0600);
  char *s = shmat(id, NULL, 0);
  struct shmid_ds stat;
  shmctl(id, IPC_STAT, &stat);
  printf("attached %d\n", (int)stat.shm_nattch);
  strcpy(s + 2 * PAGE, "last");
  munmap(s + PAGE, PAGE);
  shmctl(id, IPC_STAT, &stat);
  printf("in two pieces %d, %s\n", (int)stat.shm_nattch, s + 2 * PAGE);
  int detached = shmdt(s);
  shmctl(id, IPC_STAT, &stat);
  printf("shmdt %d, attached %d\n", detached, (int)stat.shm_nattch);
  s = shmat(id, NULL, SHM_RDONLY);
  printf("again %s, writable %d\n", s + 2 * PAGE, mprotect(s, PAGE, RW));
  shmctl(id, IPC_RMID, NULL);
  return 0;
}
