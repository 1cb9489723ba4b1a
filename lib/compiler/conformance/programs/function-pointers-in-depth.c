/* C11 6.7.6.3, 6.5.2.2: tables of functions, callbacks with context, functions returning functions, recursion through pointers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef int operation(int, int);
typedef struct shape shape;
struct shape {
  const struct methods {
    const char *name;
    double (*area)(const shape *);
    void (*scale)(shape *, double);
  } *methods;
  double a, b;
};
static double rectangle_area(const shape *s) { return s->a * s->b; }
static double square_area(const shape *s) { return s->a * s->a; }
static void scale_both(shape *s, double by) { s->a *= by, s->b *= by; }
static const struct methods rectangle = {"rectangle", rectangle_area, scale_both};
static const struct methods square = {.area = square_area, .name = "square", .scale = scale_both};

static int add(int a, int b) { return a + b; }
static int mul(int a, int b) { return a * b; }
static int power(int a, int b) { return b == 0 ? 1 : a * power(a, b - 1); }
static const struct { char symbol; operation *apply; } operations[] = {{'+', add}, {'*', mul}, {'^', power}};
static operation *find(char symbol) {
  for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
    if (operations[i].symbol == symbol) return operations[i].apply;
  return NULL;
}
static int fold(int (*f)(int, int), int start, const int *a, int n) {
  return n == 0 ? start : fold(f, f(start, *a), a + 1, n - 1);
}
static void each(const int *a, int n, void (*visit)(int, void *), void *context) {
  for (int i = 0; i < n; i++) visit(a[i], context);
}
static void sum_up(int x, void *context) { *(long *)context += x; }
static void append(int x, void *context) { sprintf((char *)context + strlen(context), "%d,", x); }
static int by_last_digit(const void *a, const void *b) {
  return *(const int *)a % 10 - *(const int *)b % 10;
}
static int descending(const void *a, const void *b) {
  int x = *(const int *)a, y = *(const int *)b;
  return (x < y) - (x > y);
}
struct state;
typedef struct state (*transition)(int);
struct state { transition next; };
static struct state even(int x), odd(int x);
static struct state even(int x) { printf("even %d ", x); return (struct state){x > 0 ? odd : NULL}; }
static struct state odd(int x) { printf("odd %d ", x); return (struct state){x > 0 ? even : NULL}; }
static int (*(*chooser(int which))(int))(int, int);
static operation *inner0(int x) { return x ? add : mul; }
static operation *inner1(int x) { return x ? mul : power; }
static int (*(*chooser(int which))(int))(int, int) { return which ? inner1 : inner0; }
static int arity0(void) { return 10; }
static int call_any(void (*f)(void)) { return ((int (*)(void))f)(); }

int main(void) {
  shape shapes[] = {{&rectangle, 2, 3}, {&square, 4, 0}};
  for (int i = 0; i < 2; i++) {
    shapes[i].methods->scale(&shapes[i], 2);
    printf("%s %g\n", shapes[i].methods->name, shapes[i].methods->area(shapes + i));
  }
  int a[] = {31, 4, 15, 92, 65};
  printf("%d %d %d\n", find('+')(2, 3), find('^')(2, 10), find('?') == NULL);
  printf("%d %d\n", fold(add, 0, a, 5), fold(find('*'), 1, a, 3));
  long sum = 0;
  char text[64] = "";
  each(a, 5, sum_up, &sum);
  each(a, 5, append, text);
  printf("%ld %s\n", sum, text);
  qsort(a, 5, sizeof *a, by_last_digit);
  for (int i = 0; i < 5; i++) printf("%d ", a[i]);
  qsort(a, 5, sizeof *a, descending);
  for (int i = 0; i < 5; i++) printf("%d ", a[i]);
  printf("\n");
  transition t = even;
  for (int x = 3; t != NULL; x--) t = t(x).next;
  printf("\n%d %d %d\n", chooser(0)(1)(5, 6), chooser(1)(1)(5, 6), (*(*chooser(1))(0))(2, 5));
  printf("%d\n", call_any((void (*)(void))arity0));
  operation *table[2][2] = {{add, mul}, {power}};
  printf("%d %d\n", table[0][1](3, 4), table[1][1] == 0);
  printf("%d\n", (find('*') == mul) + (&add == add) + (*add == add));
  return fold((operation *[]){add, mul}[1], 1, (int[]){2, 3}, 2);
}
