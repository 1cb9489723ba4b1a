/* if, while, do, for, break, continue, nested. */
#include <stdio.h>

int main(void) {
  int i = 0;
  while (1) {
    i++;
    if (i == 3) continue;
    if (i > 6) break;
    printf("%d ", i);
  }
  printf("\n");
  do {
    printf("%d ", i);
    i -= 2;
    if (i == 3) continue;
  } while (i > 0);
  printf("\n");
  for (int a = 0, b = 10; a < b; a++, b--) printf("%d-%d ", a, b);
  printf("\n");
  for (i = 0; i < 3; i++) {
    for (int j = 0; j < 3; j++) {
      if (j == i) continue;
      if (i == 2 && j == 1) break;
      printf("%d%d ", i, j);
    }
  }
  printf("\n");
  for (;;) {
    if (++i > 20) break;
  }
  printf("%d\n", i);
  if (i > 5)
    if (i > 100) printf("a\n");
    else printf("b\n");
  unsigned n = 27, steps = 0;
  while (n != 1) {
    n = n % 2 ? 3 * n + 1 : n / 2;
    steps++;
  }
  printf("%u\n", steps);
  for (i = 10; i--;) printf("%d", i);
  printf("\n");
  for (char c = 'a'; c <= 'z'; c += 5) putchar(c);
  putchar('\n');
  return 42;
}
