#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define BSIZE 3
#define ITEMS 4

struct ring {
  volatile int slots[BSIZE];
  volatile int in;  /* where the next item goes */
  volatile int out; /* where the oldest item is; no items when it equals in */
};

static struct ring *ring;

static void put(int item) {
  while ((ring->in + 1) % BSIZE == ring->out)
    ; /* full */
  ring->slots[ring->in] = item;
  ring->in = ring->in + 1;
}

static int take(void) {
  while (ring->in == ring->out)
    ; /* empty */
  int item = ring->slots[ring->out];
  ring->out = (ring->out + 1) % BSIZE;
  return item;
}

int main(void) {
  ring = mmap(NULL, sizeof *ring, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (ring == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  if (fork() == 0) {
    for (int i = 1; i <= ITEMS; i++) put(i);
    exit(0);
  }
  for (int i = 1; i <= ITEMS; i++) printf("took %d\n", take());
  wait(NULL);
  munmap(ring, sizeof *ring);
  return 0;
}
