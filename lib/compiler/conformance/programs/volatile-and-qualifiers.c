/* C11 6.7.3: const, volatile and restrict at every level of pointers, in typedefs, records and arrays. */
#include <stdio.h>
#include <string.h>

typedef const int cint;
typedef int *pint;
struct node {
  const int id;
  volatile int count;
  const char *restrict name;
};
static volatile int ticks;
static const int table[2][2] = {{1, 2}, {3, 4}};
static int read_twice(volatile int *p) {
  return *p + *p;
}
static void copy(int *restrict to, const int *restrict from, int n) {
  while (n-- > 0) *to++ = *from++;
}
static const char *pick(const char *const *names, int i) {
  return names[i];
}

int main(void) {
  cint a = 1;
  const pint p = &(int){5};
  *p = 6;
  const int *q = &a;
  q = p;
  int *const r = p;
  *r += 1;
  const int *const *pp = &q;
  printf("%d %d %d %d\n", a, *p, *q, **pp);
  struct node n = {1, 2, "n"};
  n.count++;
  struct node m = {.id = n.id + 1, .name = n.name};
  printf("%d %d %d %s\n", n.id, n.count, m.id, m.name);
  ticks = 4;
  printf("%d %d\n", read_twice(&ticks), ticks++ + 0);
  printf("%d\n", ticks);
  const int(*row)[2] = table;
  printf("%d %d\n", row[1][0], (*row)[1]);
  int to[3];
  copy(to, (const int[]){7, 8, 9}, 3);
  printf("%d %d\n", to[0], to[2]);
  const char *const names[] = {"zero", "one"};
  printf("%s\n", pick(names, 1));
  volatile struct { int x; char c[3]; } v = {3, "ab"};
  v.x *= 2;
  v.c[0] = 'z';
  printf("%d %c%c\n", v.x, v.c[0], v.c[1]);
  volatile double d = 0.5;
  d += d;
  printf("%g\n", d);
  for (volatile int i = 0; i < 2; i++) printf("%d ", i);
  printf("\n%s\n", _Generic(&a, const int *: "const int *", default: "?"));
  printf("%s\n", _Generic(&n.count, volatile int *: "volatile int *", default: "?"));
  const int sum = table[0][0] + table[1][1];
  static const int *saved = &table[1][1];
  printf("%d %d\n", sum, *saved);
  return 0;
}
