/* C11: _Generic, _Static_assert, _Alignof, _Noreturn, anonymous members, compound literals. */
#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define NAME(x)              \
  _Generic((x),              \
      int: "int",            \
      unsigned: "unsigned",  \
      long: "long",          \
      double: "double",      \
      float: "float",        \
      char *: "char *",      \
      const char *: "const", \
      default: "other")

_Static_assert(sizeof(long) == 8, "LP64");

static _Noreturn void leave(int status) {
  printf("leaving\n");
  exit(status);
}

static inline int twice(int x) {
  return 2 * x;
}

int main(void) {
  short s = 1;
  printf("%s %s %s %s %s %s %s\n", NAME(1), NAME(1u), NAME(1L), NAME(1.0), NAME(1.f), NAME("x"),
         NAME(s + 1));
  printf("%zu %zu %zu\n", alignof(int), _Alignof(double), alignof(struct { char c; short s; }));
  bool b = 5;
  b = b && true;
  printf("%d %zu\n", b, sizeof b);
  for (int i = 0; i < 2; i++) {
    int *p = (int[2]){i, i + 1};
    printf("%d %d\n", p[0], p[1]);
  }
  int64_t big = INT64_C(1) << 62;
  uint_least8_t small = UINT8_MAX;
  printf("%ld %d\n", big, small);
  printf("%d\n", twice(21));
  printf("%s\n", u8"utf-8 \u00e9");
  leave(9);
}
