/* C11 6.5.1.1: _Generic with conversions of the controlling expression, qualifiers, functions, lvalues. */
#include <stdio.h>

#define KIND(x)                                                                            \
  _Generic((x), _Bool: "bool", char: "char", signed char: "schar", unsigned char: "uchar", \
           short: "short", unsigned short: "ushort", int: "int", unsigned: "uint",         \
           long: "long", unsigned long: "ulong", long long: "llong",                       \
           unsigned long long: "ullong", float: "float", double: "double",                 \
           void *: "void *", const void *: "const void *", char *: "char *",               \
           const char *: "const char *", int *: "int *", int (*)[3]: "int (*)[3]",         \
           int (*)(int): "function", struct s: "struct s", struct s *: "struct s *",       \
           default: "default")

struct s {
  int x;
};
enum e { E };
typedef int number;
static int f(int x) {
  return x;
}
static double fd(double x) {
  return x * 2;
}
#define twice(x) _Generic((x), int: f, double: fd, float: fd)(x)
#define is_const(x) _Generic(&(x), const __typeof__(x) *: 1, default: 0)

int main(void) {
  const int ci = 1;
  volatile long vl = 2;
  const char *const s = "s";
  int a[3];
  struct s st = {1};
  const struct s cst = {2};
  number n = 1;
  enum e e = E;
  short sh = 1;
  printf("%s %s %s\n", KIND(ci), KIND(vl), KIND(s));
  printf("%s %s %s %s\n", KIND(a), KIND(&a), KIND(f), KIND(&f));
  printf("%s %s %s\n", KIND(st), KIND(cst), KIND(&st));
  printf("%s %s %s %s\n", KIND(n), KIND(e), KIND(E), KIND(sh));
  printf("%s %s %s\n", KIND('a'), KIND("a"), KIND((char)'a'));
  printf("%s %s %s\n", KIND(1 == 1), KIND(!1), KIND((_Bool)1));
  printf("%s %s %s\n", KIND(sizeof 1), KIND(a - a), KIND((void *)0));
  printf("%s %s\n", KIND((const void *)0), KIND(main));
  printf("%s\n", KIND(sh ? 1 : 2.0f));
  printf("%d %g\n", twice(4), twice(4.5));
  int i = 0, j = 0;
  _Generic(i++, int: j, default: i) = 5;
  printf("%d %d\n", i, j);
  int *p = &_Generic(1, int: i);
  *p = 7;
  printf("%d\n", i);
  printf("%d\n", _Generic(1.0, default: 1, float: 2));
  printf("%d\n", _Generic((char)1, int: 1, char: _Generic(1L, long: 2, int: 3)));
  printf("%zu\n", sizeof _Generic(1, int: (char[5]){0}, default: 1));
  switch (2) {
    case _Generic(0, int: 2, default: 3): printf("constant\n");
  }
  static int table[_Generic(0u, unsigned: 4, default: 9)];
  printf("%zu\n", sizeof table / sizeof *table);
  printf("%d %d\n", is_const(ci), is_const(i));
  printf("%s\n", _Generic(cst.x, int: "int", default: "other"));
  printf("%s\n", _Generic(&cst.x, const int *: "const int *", default: "other"));
  return 0;
}
