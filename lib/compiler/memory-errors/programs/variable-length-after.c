#include <stdio.h>
int main(int argc, char **argv) {
  (void)argv;
  int n = argc + 2, a[n];
  for (int i = 0; i <= n; i++)
    a[i] = i; // ERROR: out-of-bounds
  printf("%d\n", a[0]);
  return 0;
}
