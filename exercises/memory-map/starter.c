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
  char label[20];
  snprintf(label, sizeof label, "frame %d", frame);
  /* To do: show where `local` lies. In which order do the calls speak? */
  place(label, &local);
  if (frame < last) down(frame + 1, last);
}

int main(int argc, char *argv[]) {
  int frames = argc > 1 ? atoi(argv[1]) : 1;
  place("text", (void *)main);
  /* To do: the other parts, from low to high. */
  down(1, frames);
  return 0;
}
