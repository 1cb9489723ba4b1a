/* drand48(3): a linear congruence of 48 bits, POSIX. */
#include <stdlib.h>
#include <string.h>

#define MULTIPLIER 0x5deece66dUL
#define ADDEND 0xbUL
#define MASK 0xffffffffffffUL

static unsigned short state[3];
static unsigned long multiplier = MULTIPLIER, addend = ADDEND;

static unsigned long next(unsigned short at[3]) {
  unsigned long x = (unsigned long)at[2] << 32 | (unsigned long)at[1] << 16 | at[0];
  x = (x * multiplier + addend) & MASK;
  at[0] = (unsigned short)x;
  at[1] = (unsigned short)(x >> 16);
  at[2] = (unsigned short)(x >> 32);
  return x;
}

double erand48(unsigned short at[3]) {
  return (double)next(at) / 281474976710656.0;
}

long nrand48(unsigned short at[3]) {
  return (long)(next(at) >> 17);
}

long jrand48(unsigned short at[3]) {
  return (int)(next(at) >> 16);
}

double drand48(void) {
  return erand48(state);
}

long lrand48(void) {
  return nrand48(state);
}

long mrand48(void) {
  return jrand48(state);
}

void srand48(long seed) {
  state[0] = 0x330e;
  state[1] = (unsigned short)seed;
  state[2] = (unsigned short)(seed >> 16);
  multiplier = MULTIPLIER;
  addend = ADDEND;
}

unsigned short *seed48(unsigned short seed[3]) {
  static unsigned short before[3];
  memcpy(before, state, sizeof before);
  memcpy(state, seed, sizeof state);
  multiplier = MULTIPLIER;
  addend = ADDEND;
  return before;
}

void lcong48(unsigned short parameters[7]) {
  memcpy(state, parameters, sizeof state);
  multiplier = (unsigned long)parameters[5] << 32 | (unsigned long)parameters[4] << 16 | parameters[3];
  addend = parameters[6];
}
