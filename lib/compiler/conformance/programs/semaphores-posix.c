/* Producer and consumer: POSIX semaphores in shared memory. */
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SLOTS 4
#define ITEMS 20

struct buffer {
  sem_t empty, full, mutex;
  int in, out;
  int items[SLOTS];
};

int main(void) {
  struct buffer *b = mmap(NULL, sizeof *b, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (b == MAP_FAILED) return 1;
  sem_init(&b->empty, 1, SLOTS);
  sem_init(&b->full, 1, 0);
  sem_init(&b->mutex, 1, 1);
  b->in = b->out = 0;
  if (fork() == 0) {
    for (int i = 1; i <= ITEMS; i++) {
      sem_wait(&b->empty);
      sem_wait(&b->mutex);
      b->items[b->in] = i * i;
      b->in = (b->in + 1) % SLOTS;
      sem_post(&b->mutex);
      sem_post(&b->full);
    }
    _exit(0);
  }
  int sum = 0;
  for (int i = 0; i < ITEMS; i++) {
    sem_wait(&b->full);
    sem_wait(&b->mutex);
    int item = b->items[b->out];
    b->out = (b->out + 1) % SLOTS;
    sem_post(&b->mutex);
    sem_post(&b->empty);
    printf("%d ", item);
    sum += item;
  }
  wait(NULL);
  int value;
  sem_getvalue(&b->empty, &value);
  printf("\n%d %d\n", sum, value);
  sem_destroy(&b->empty);
  return 0;
}
