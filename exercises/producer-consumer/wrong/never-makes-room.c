#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SLOTS 2
#define ITEMS 4

struct buffer {
  int slots[SLOTS];
  sem_t empty; /* free slots */
  sem_t full;  /* items */
};

static struct buffer *buffer;

static void produce(void) {
  for (int i = 0; i < ITEMS; i++) {
    sem_wait(&buffer->empty);
    buffer->slots[i % SLOTS] = (i + 1) * 10;
    sem_post(&buffer->full);
  }
}

static void consume(void) {
  for (int i = 0; i < ITEMS; i++) {
    sem_wait(&buffer->full);
    int item = buffer->slots[i % SLOTS];
    buffer->slots[i % SLOTS] = 0;
    printf("got %d\n", item);
  }
}

int main(void) {
  buffer = mmap(NULL, sizeof *buffer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (buffer == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  sem_init(&buffer->empty, 1, SLOTS);
  sem_init(&buffer->full, 1, 0);

  if (fork() == 0) {
    produce();
    exit(0);
  }
  consume();
  wait(NULL);

  sem_destroy(&buffer->empty);
  sem_destroy(&buffer->full);
  munmap(buffer, sizeof *buffer);
  return 0;
}
