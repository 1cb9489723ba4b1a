#include <stdio.h>
int main(int argc, char **argv) {
  (void)argv;
  int total;
  for (int i = 0; i < argc + 2; i++) {
    if (i == 0 && argc > 1)
      total = 0;
    total += i; // ERROR: uninitialized
  }
  printf("%d\n", total);
  return 0;
}
