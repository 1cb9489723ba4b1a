#include <stdio.h>
#include <stdlib.h>
static int twice(int x) { return 2 * x; }
static int square(int x) { return x * x; }
static int apply(int (*f)(int), int n, int x) { while (n-- > 0) x = f(x); return x; }
static int compare(const void *a, const void *b) { return *(const int *)a - *(const int *)b; }
struct handler { const char *name; int (*run)(int); };
static void (*nothing)(void);
static int (*pick(int which))(int) { return which ? square : twice; }
int main(void) {
  struct handler handlers[] = {{"twice", twice}, {"square", &square}};
  for (int i = 0; i < 2; i++) printf("%s %d\n", handlers[i].name, handlers[i].run(7));
  printf("%d %d %d\n", apply(twice, 5, 1), apply(square, 2, 3), pick(1)(9));
  int v[] = {5, 3, 9, -2, 7};
  qsort(v, 5, sizeof *v, compare);
  for (int i = 0; i < 5; i++) printf("%d ", v[i]);
  int key = 7, *found = bsearch(&key, v, 5, sizeof *v, compare);
  printf("%ld %d %d\n", (long)(found - v), nothing == NULL, twice == pick(0));
  return 0;
}
