/* The sequences of rand, random with every state, rand_r and the drand48 family. */
#include <stdio.h>
#include <stdlib.h>

int main(void) {
  for (int i = 0; i < 5; i++) printf("%d ", rand());
  srand(42);
  for (int i = 0; i < 5; i++) printf("%d ", rand());
  srandom(0);
  for (int i = 0; i < 5; i++) printf("%ld ", random());
  putchar('\n');
  static const size_t sizes[] = {8, 32, 64, 100, 128, 256};
  char states[6][256] __attribute__((aligned(8)));
  for (int s = 0; s < 6; s++) {
    initstate(7 + s, states[s], sizes[s]);
    for (int i = 0; i < 4; i++) printf("%ld ", random());
  }
  putchar('\n');
  for (int s = 0; s < 6; s++) {
    setstate(states[s]);
    printf("%ld %ld ", random(), random());
  }
  putchar('\n');
  unsigned seed = 99;
  for (int i = 0; i < 5; i++) printf("%d ", rand_r(&seed));
  printf("%u\n", seed);
  printf("%.12f %ld %ld\n", drand48(), lrand48(), mrand48());
  srand48(2024);
  for (int i = 0; i < 3; i++) printf("%.12f %ld %ld ", drand48(), lrand48(), mrand48());
  unsigned short own[3] = {1, 2, 3};
  printf("%.12f %ld %ld\n", erand48(own), nrand48(own), jrand48(own));
  unsigned short *before = seed48(own);
  printf("%d %ld\n", before[0] != 0, lrand48());
  unsigned short parameters[7] = {1, 2, 3, 0xe66d, 0xdeec, 5, 11};
  lcong48(parameters);
  printf("%ld %ld\n", lrand48(), mrand48());
  return 0;
}
