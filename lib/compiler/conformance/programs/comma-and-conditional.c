/* Comma and conditional operators as values, with mixed types. */
#include <stdio.h>

static const char *size(int n) {
  return n < 10 ? "small" : n < 100 ? "medium" : "large";
}

int main(void) {
  int a = 1, b = 2;
  int c = (a++, b++, a + b);
  printf("%d\n", c);
  printf("%s %s %s\n", size(1), size(50), size(500));
  printf("%g %ld\n", a > 1 ? 1 : 2.5, (long)(a ? -1 : 1u));
  printf("%d\n", (a > b ? a : b) + (a < b ? a : b));
  int *p = a ? &a : &b;
  *p = 77;
  printf("%d %d\n", a, b);
  *(b > 100 ? &a : &b) = 5;
  printf("%d\n", b);
  char x = 'x';
  printf("%zu %zu\n", sizeof(a ? x : x), sizeof(a ? 1 : 1L));
  void *v = a ? NULL : &a;
  printf("%d\n", v == NULL);
  for (a = 0, b = 10; a < b; a += 3, b -= 2)
    ;
  printf("%d %d\n", a, b);
  a ? (void)printf("yes\n") : (void)printf("no\n");
  unsigned u = 1;
  printf("%d\n", (1 ? -1 : u) > 0);
  return a == b ? 1 : a > b ? 2 : 3;
}
