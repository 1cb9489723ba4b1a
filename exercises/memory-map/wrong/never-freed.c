#include <stdio.h>
#include <stdlib.h>

int primes[4] = {2, 3, 5, 7};
int table[8];

static void place(const char *label, const void *address) {
  printf("%s %p\n", label, address);
}

/* A chain of calls, `last` frames long. */
static void down(int frame, int last) {
  int local = frame;
  if (frame < last) down(frame + 1, last);
  char label[20];
  snprintf(label, sizeof label, "frame %d", frame);
  place(label, &local);
}

int main(int argc, char *argv[]) {
  int frames = argc > 1 ? atoi(argv[1]) : 1;
  int *block = malloc(8 * sizeof *block);
  if (block == NULL) {
    perror("malloc");
    return 1;
  }
  place("text", (void *)main);
  place("data", primes);
  place("bss", table);
  place("heap", block);
  down(1, frames);
  place("arguments", argv[0]);
  return 0;
}
