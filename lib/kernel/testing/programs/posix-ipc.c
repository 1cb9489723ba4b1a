// POSIX shared memory and semaphores, anonymous mappings, and a bounded buffer with them.
#include <errno.h>
#include <fcntl.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

#define SIZE 4

struct shared {
  sem_t empty, full, mutex;
  int in, out, buffer[SIZE];
};

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  shm_unlink("/kernel-test");
  results.a = shm_open("/kernel-test", O_RDWR, 0600);
  printf("none %d errno %d\n", results.a, errno);
  int fd = shm_open("/kernel-test", O_CREAT | O_EXCL | O_RDWR, 0600);
  results.a = shm_open("/kernel-test", O_CREAT | O_EXCL | O_RDWR, 0600);
  printf("exclusive %d errno %d\n", results.a, errno);
  ftruncate(fd, sizeof(struct shared));
  struct stat about;
  fstat(fd, &about);
  printf("size %d\n", about.st_size == sizeof(struct shared));
  struct shared *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  sem_init(&shared->empty, 1, SIZE);
  sem_init(&shared->full, 1, 0);
  sem_init(&shared->mutex, 1, 1);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      for (int i = 0; i < 20; i++) {
        sem_wait(&shared->empty);
        sem_wait(&shared->mutex);
        shared->buffer[shared->in] = 100 * k + i;
        shared->in = (shared->in + 1) % SIZE;
        sem_post(&shared->mutex);
        sem_post(&shared->full);
      }
      _exit(0);
    }
  int sum = 0, order = 0, last[2] = {-1, -1};
  for (int i = 0; i < 40; i++) {
    sem_wait(&shared->full);
    sem_wait(&shared->mutex);
    int item = shared->buffer[shared->out];
    shared->out = (shared->out + 1) % SIZE;
    sem_post(&shared->mutex);
    sem_post(&shared->empty);
    sum += item;
    order += item % 100 != last[item / 100] + 1;
    last[item / 100] = item % 100;
  }
  while (wait(NULL) > 0);
  int value;
  sem_getvalue(&shared->empty, &value);
  printf("sum %d, out of order %d, empty %d\n", sum, order, value);
  results.a = sem_trywait(&shared->full);
  printf("try %d errno %d\n", results.a, errno);
  int again = shm_open("/kernel-test", O_RDONLY, 0);
  int first;
  lseek(again, (char *)shared->buffer - (char *)shared, SEEK_SET);
  printf("read sees the mapping %d\n", read(again, &first, 4) == 4 && first == shared->buffer[0]);
  results.a = munmap(shared, sizeof *shared);
  results.b = shm_unlink("/kernel-test");
  printf("unmap %d unlink %d\n", results.a, results.b);
  results.a = shm_unlink("/kernel-test");
  printf("unlink again %d errno %d\n", results.a, errno);

  int *counter = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  int *own = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  *own = 7;
  if (fork() == 0) {
    *counter = 5;
    *own += 1;
    _exit(*own);
  }
  int status;
  wait(&status);
  printf("shared %d, private %d and %d\n", *counter, *own, WEXITSTATUS(status));
  results.a = mmap(NULL, 0, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
  printf("length 0: %d errno %d\n", results.a, errno);

  sem_unlink("/kernel-turn");
  sem_t *turn = sem_open("/kernel-turn", O_CREAT | O_EXCL, 0600, 0);
  printf("same address %d\n", sem_open("/kernel-turn", 0) == turn);
  results.a = sem_open("/kernel-none", 0) == SEM_FAILED;
  printf("no such %d errno %d\n", results.a, errno);
  if (fork() == 0) {
    printf("child first\n");
    sem_post(turn);
    _exit(0);
  }
  sem_wait(turn);
  printf("then the parent\n");
  wait(NULL);
  sem_close(turn);
  results.a = sem_unlink("/kernel-turn");
  results.b = sem_unlink("/kernel-turn");
  printf("unlink %d again %d errno %d\n", results.a, results.b, errno);
  return 0;
}
