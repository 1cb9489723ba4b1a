#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SLOTS 2
#define ITEMS_EACH 2

struct buffer {
  int slots[SLOTS];
  int in;
  int out;
  sem_t empty; /* free slots */
  sem_t full;  /* items */
  sem_t mutex; /* one process at a time in slots, in and out */
};

static void put(struct buffer *buffer, int item) {
  sem_wait(&buffer->mutex);
  buffer->slots[buffer->in] = item;
  buffer->in = (buffer->in + 1) % SLOTS;
  sem_post(&buffer->mutex);
  sem_post(&buffer->full);
}

static int take(struct buffer *buffer) {
  sem_wait(&buffer->full);
  sem_wait(&buffer->mutex);
  int item = buffer->slots[buffer->out];
  buffer->out = (buffer->out + 1) % SLOTS;
  sem_post(&buffer->mutex);
  sem_post(&buffer->empty);
  return item;
}

static void produce(struct buffer *buffer, int producer) {
  for (int i = 1; i <= ITEMS_EACH; i++) put(buffer, producer * 100 + i);
  exit(0);
}

static void consume(struct buffer *buffer) {
  int sum = 0;
  for (int i = 0; i < 2 * ITEMS_EACH; i++) {
    int item = take(buffer);
    printf("got %d\n", item);
    sum += item;
  }
  printf("sum %d\n", sum);
  exit(0);
}

int main(void) {
  struct buffer *buffer =
      mmap(NULL, sizeof *buffer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (buffer == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  buffer->in = buffer->out = 0;
  sem_init(&buffer->empty, 1, SLOTS);
  sem_init(&buffer->full, 1, 0);
  sem_init(&buffer->mutex, 1, 1);

  if (fork() == 0) produce(buffer, 1);
  if (fork() == 0) produce(buffer, 2);
  if (fork() == 0) consume(buffer);

  for (int i = 0; i < 3; i++) wait(NULL);

  sem_destroy(&buffer->empty);
  sem_destroy(&buffer->full);
  sem_destroy(&buffer->mutex);
  munmap(buffer, sizeof *buffer);
  return 0;
}
