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
  int in;  /* where the next item goes */
  int out; /* where the oldest item is */
  /* Which semaphores are needed, and which values do they start with? */
};

static void put(struct buffer *buffer, int item) {
  buffer->slots[buffer->in] = item;
  buffer->in = (buffer->in + 1) % SLOTS;
}

static int take(struct buffer *buffer) {
  int item = buffer->slots[buffer->out];
  buffer->out = (buffer->out + 1) % SLOTS;
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
  /* malloc gives each process a memory of its own after fork: what is needed instead? */
  struct buffer *buffer = malloc(sizeof *buffer);
  buffer->in = buffer->out = 0;

  if (fork() == 0) produce(buffer, 1);
  if (fork() == 0) produce(buffer, 2);
  if (fork() == 0) consume(buffer);

  for (int i = 0; i < 3; i++) wait(NULL);
  return 0;
}
