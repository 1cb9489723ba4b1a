/* rand and random with glibc's sequence (random(3), the additive feedback generators), so that a
   program prints here what it prints on Linux. */
#include <errno.h>
#include <stdlib.h>

/* The kinds of random(3): degree 0 is a plain linear congruence. */
static const struct {
  int degree, separation;
  size_t bytes;
} kinds[] = {{0, 0, 8}, {7, 3, 32}, {15, 1, 64}, {31, 3, 128}, {63, 1, 256}};

/* The first word of a state says kind and place, so that setstate can go on. */
static int default_state[32];
static int *state = default_state + 1;
static int degree = 31, separation = 3, kind = 3;
static int front = -1;

void srandom(unsigned int seed) {
  int word = seed == 0 ? 1 : (int)seed;
  state[0] = word;
  front = separation;
  if (degree == 0) return;
  for (int i = 1; i < degree; i++) {
    /* 16807 * word mod 2^31 - 1 without overflow: Schrage */
    long high = word / 127773;
    long low = word % 127773;
    word = (int)(16807 * low - 2836 * high);
    if (word < 0) word += 2147483647;
    state[i] = word;
  }
  for (int i = 0; i < degree * 10; i++) random();
}

long random(void) {
  if (front < 0) srandom(1);
  if (degree == 0) {
    state[0] = (int)(((unsigned int)state[0] * 1103515245u + 12345u) & 0x7fffffff);
    return state[0];
  }
  int rear = front - separation;
  if (rear < 0) rear += degree;
  unsigned int sum = (unsigned int)state[front] + (unsigned int)state[rear];
  state[front] = (int)sum;
  front = (front + 1) % degree;
  return (long)(sum >> 1);
}

static char *leave_state(void) {
  if (front < 0) srandom(1);
  state[-1] = kind + 5 * front;
  return (char *)(state - 1);
}

char *initstate(unsigned int seed, char *given, size_t bytes) {
  if (bytes < kinds[0].bytes) {
    errno = EINVAL;
    return NULL;
  }
  char *before = leave_state();
  kind = 4;
  while (kinds[kind].bytes > bytes) kind--;
  degree = kinds[kind].degree;
  separation = kinds[kind].separation;
  state = (int *)given + 1;
  srandom(seed);
  leave_state();
  return before;
}

char *setstate(char *given) {
  char *before = leave_state();
  state = (int *)given + 1;
  kind = state[-1] % 5;
  degree = kinds[kind].degree;
  separation = kinds[kind].separation;
  front = state[-1] / 5;
  return before;
}

int rand(void) {
  return (int)random();
}

void srand(unsigned int seed) {
  srandom(seed);
}

int rand_r(unsigned int *seed) {
  unsigned int next = *seed;
  next = next * 1103515245 + 12345;
  int result = (int)(next / 65536 % 2048);
  next = next * 1103515245 + 12345;
  result = (result << 10) ^ (int)(next / 65536 % 1024);
  next = next * 1103515245 + 12345;
  result = (result << 10) ^ (int)(next / 65536 % 1024);
  *seed = next;
  return result;
}
