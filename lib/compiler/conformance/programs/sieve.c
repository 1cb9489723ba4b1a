/* Primes by Eratosthenes, on a global array. */
#include <stdio.h>

#define N 100000
static char composite[N + 1];

int main(void) {
  int count = 0, last = 0;
  for (int i = 2; i <= N; i++) {
    if (composite[i]) continue;
    count++;
    last = i;
    for (long j = (long)i * i; j <= N; j += i) composite[j] = 1;
  }
  printf("%d %d\n", count, last);
  return 0;
}
