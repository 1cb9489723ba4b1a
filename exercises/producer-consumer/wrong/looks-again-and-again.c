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
  volatile int put;   /* items that were put in so far */
  volatile int taken; /* items that were taken out so far */
};

static struct buffer *buffer;

static void produce(void) {
  for (int i = 0; i < ITEMS; i++) {
    while (buffer->put - buffer->taken == SLOTS)
      ;
    buffer->slots[i % SLOTS] = (i + 1) * 10;
    buffer->put = buffer->put + 1;
  }
}

static void consume(void) {
  for (int i = 0; i < ITEMS; i++) {
    while (buffer->put == buffer->taken)
      ;
    int item = buffer->slots[i % SLOTS];
    buffer->slots[i % SLOTS] = 0;
    buffer->taken = buffer->taken + 1;
    printf("got %d\n", item);
  }
}

int main(void) {
  buffer = mmap(NULL, sizeof *buffer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (buffer == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  buffer->put = 0;
  buffer->taken = 0;

  if (fork() == 0) {
    produce();
    exit(0);
  }
  consume();
  wait(NULL);

  munmap(buffer, sizeof *buffer);
  return 0;
}
