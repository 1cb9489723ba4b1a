/* rand and random with glibc's sequence (random(3), the additive feedback generator of degree 31), so
   that a program prints here what it prints on Linux. */
#include <stdlib.h>

#define DEGREE 31
#define SEPARATION 3

static int state[DEGREE];
static int front = -1;

void srandom(unsigned int seed) {
  int word = seed == 0 ? 1 : (int)seed;
  state[0] = word;
  for (int i = 1; i < DEGREE; i++) {
    /* 16807 * word mod 2^31 - 1 without overflow: Schrage */
    long high = word / 127773;
    long low = word % 127773;
    word = (int)(16807 * low - 2836 * high);
    if (word < 0) word += 2147483647;
    state[i] = word;
  }
  front = SEPARATION;
  for (int i = 0; i < DEGREE * 10; i++) random();
}

long random(void) {
  if (front < 0) srandom(1);
  int rear = front - SEPARATION;
  if (rear < 0) rear += DEGREE;
  unsigned int sum = (unsigned int)state[front] + (unsigned int)state[rear];
  state[front] = (int)sum;
  front = (front + 1) % DEGREE;
  return (long)(sum >> 1);
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
