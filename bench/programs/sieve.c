#include <stdio.h>

static char composite[SIZE];

int main(void) {
  int count = 0;
  for (int round = 0; round < 3; round++) {
    count = 0;
    for (int i = 0; i < SIZE; i++) composite[i] = 0;
    for (int i = 2; i < SIZE; i++) {
      if (composite[i]) continue;
      count++;
      for (long j = (long)i * i; j < SIZE; j += i) composite[j] = 1;
    }
  }
  printf("%d\n", count);
  return 0;
}
