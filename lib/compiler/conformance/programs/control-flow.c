#include <stdio.h>
int main(void) {
  int i, n = 0;
  for (i = 0; i < 10; i++) {
    if (i == 3) continue;
    if (i == 8) break;
    n += i;
  }
  printf("%d %d\n", i, n);
  do n--; while (n > 20);
  while (n) { n /= 2; if (n == 5) break; }
  printf("%d\n", n);
  for (int a = 0, b = 10; a < b; a++, b--) printf("%d%c", a * b, a + 1 < b - 1 ? ' ' : '\n');
  int x = 0;
outer:
  x++;
  for (;;) {
    if (x < 5) goto outer;
    break;
  }
  printf("%d %s\n", x, x > 4 ? x > 6 ? "big" : "middle" : "small");
  int hits = 0;
  (void)(0 && (hits = 1));
  (void)(1 || (hits = 2));
  printf("%d %d %d\n", hits, 0 || 2, 1 && 0);
  if (x == 5)
    if (n == 0) printf("no\n");
    else printf("dangling else\n");
  return 0;
}
