/* Function pointers: tables, arguments, results, comparisons. */
#include <stdio.h>

static int add(int a, int b) { return a + b; }
static int sub(int a, int b) { return a - b; }
static int mul(int a, int b) { return a * b; }

static int (*choose(char c))(int, int) {
  switch (c) {
  case '+': return add;
  case '-': return &sub;
  case '*': return mul;
  }
  return NULL;
}

static void each(int *v, int n, void (*f)(int *)) {
  for (int i = 0; i < n; i++) f(&v[i]);
}

static void twice(int *x) { *x *= 2; }
static void show(int *x) { printf("%d ", *x); }

struct object {
  int state;
  int (*method)(struct object *, int);
};

static int count(struct object *self, int by) {
  return self->state += by;
}

static double half(double x) { return x / 2; }
static long big(long a, char b, short c, unsigned char d, float e, double f) {
  return a + b + c + d + (long)e + (long)f;
}

int main(void) {
  int (*table[])(int, int) = {add, sub, mul};
  for (int i = 0; i < 3; i++) printf("%d ", table[i](7, 3));
  printf("\n%d %d %d\n", choose('+')(1, 2), (*choose('-'))(1, 2), (**choose('*'))(3, 4));
  printf("%d %d\n", choose('?') == NULL, choose('+') == add);
  int v[] = {1, 2, 3};
  each(v, 3, twice);
  each(v, 3, show);
  printf("\n");
  struct object o = {10, count};
  o.method(&o, 5);
  printf("%d\n", o.method(&o, 1));
  double (*h)(double) = half;
  printf("%g\n", h(h(10)));
  long (*b)(long, char, short, unsigned char, float, double) = big;
  printf("%ld\n", b(1L << 33, -1, -2, 255, 3.9f, -4.9));
  int (*f)(int, int) = 0;
  f = f ? f : add;
  printf("%d\n", f(20, 22));
  return 0;
}
