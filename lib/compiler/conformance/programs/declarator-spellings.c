/* C11 6.7.6, 6.7.7, 6.7.8: declarators of all shapes, type names, typedefs, redeclared names. */
#include <stdio.h>

typedef int binary(int, int);
typedef binary *binary_pointer;
typedef int triple[3];
typedef struct list list;
struct list {
  list *next;
  int value;
};
typedef char *string, letter;
typedef void (*handler)(int);
typedef unsigned U;

static binary add, sub;
static int add(int a, int b) {
  return a + b;
}
static int sub(int a, int b) {
  return a - b;
}
static int (*choose(char op))(int, int) {
  return op == '+' ? add : sub;
}
static binary_pointer choose2(int minus) {
  return minus ? sub : add;
}
static int (*rows(int (*m)[3]))[3] {
  return m + 1;
}
static int (*(*get(void))(char))(int, int) {
  return choose;
}
static handler last;
static void on(int x) {
  printf("on %d\n", x);
}
static handler (set_handler)(handler h) {
  handler before = last;
  last = h;
  return before;
}
static void (*signal_like(int n, void (*h)(int)))(int) {
  h(n);
  return h;
}
static int unnamed(int, char *, ...);
static int unnamed(int a, char *b, ...) {
  return a + b[0];
}
static int array_of_functions(binary *ops[], int n) {
  int total = 0;
  for (int i = 0; i < n; i++) total += ops[i](10, i);
  return total;
}
int long static unsigned const long order = 5;
static long int signed sl = -1;
const volatile static short int ss = 3;

int main(void) {
  printf("%d %d\n", choose('+')(3, 4), (*choose('-'))(3, 4));
  printf("%d %d\n", choose2(1)(9, 1), get()('+')(5, 5));
  triple m[2] = {{1, 2, 3}, {4, 5, 6}}, *t = m;
  printf("%d %d\n", (*rows(m))[2], t[1][0]);
  list a = {0, 1}, b = {&a, 2};
  printf("%d\n", b.next->value);
  string s = "abc";
  letter c = 'x';
  printf("%s %c\n", s, c);
  printf("%d\n", set_handler(on) == 0);
  last(3);
  signal_like(4, on)(5);
  printf("%d\n", unnamed(1, "A", 2, 3));
  binary *ops[] = {add, sub, add};
  printf("%d\n", array_of_functions(ops, 3));
  printf("%zu %zu %zu\n", sizeof(int *[3]), sizeof(int(*)[3]), sizeof(int(*(*)[5])(void)));
  printf("%zu %zu\n", sizeof(triple), sizeof(triple[2]));
  printf("%llu %ld %d\n", order, sl, ss);
  int U = 4;
  printf("%d\n", U * U);
  {
    typedef double U;
    U u = 1.5;
    printf("%g %zu\n", u, sizeof(U));
  }
  struct list list = {0, 9};
  printf("%d\n", list.value);
  int(x) = 1, *(y) = &x, (*(z)) = y, (w)[2] = {1, 2};
  printf("%d %d %d\n", *y, *z, w[1]);
  extern int add_external(int), external_value;
  printf("%d %d\n", add_external(1), external_value);
  int (*fp)(int, int) = &add, (*fps[2])(int, int) = {add, sub}, (**pfp)(int, int) = fps + 1;
  printf("%d %d %d\n", fp(1, 2), fps[1](1, 2), (*pfp)(7, 2));
  printf("%d\n", ((int (*)(int, int))(void *)add)(20, 22));
  char *(*(*pa)[2])(void) = 0;
  printf("%d %zu\n", pa == 0, sizeof *pa);
  for (int *p = w, n = 2; n > 0; n--, p++) printf("%d ", *p);
  printf("\n");
  return 0;
}
int external_value = 6;
int add_external(int x) {
  return x + external_value;
}
