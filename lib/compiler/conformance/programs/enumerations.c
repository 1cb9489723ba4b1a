/* C11 6.7.2.2: values, types and sizes of enumerations. */
#include <stdio.h>

enum plain { ZERO, ONE, FIVE = 5, SIX, AGAIN = 5, TRAILING, };
enum negative { MINUS = -3, NEXT };
enum large { BIG = 0x80000000, BIGGER };
enum huge { HUGE = 0x100000000, MORE };
enum computed { A = 1 << 4, B = A | 3, C = sizeof(int), D = 'x', E = A > B ? 1 : 2, F = (int)2.9 };
enum { ANONYMOUS = 77 };
enum forward;
typedef enum { RED, GREEN } color;
enum forward { LATER = 9 };
static enum { OFF, ON } state = ON;
struct s {
  enum inner { IN = 4 } kind;
  color c : 2;
};
#define T(x) _Generic((x), int: "int", unsigned: "unsigned", long: "long", unsigned long: "ulong", default: "?")

static const char *name(enum plain p) {
  switch (p) {
    case ZERO: return "zero";
    case ONE: return "one";
    case FIVE: return "five";
    default: return "other";
  }
}

int main(void) {
  printf("%d %d %d %d %d\n", ZERO, ONE, FIVE, SIX, TRAILING);
  printf("%d %d\n", MINUS, NEXT);
  printf("%zu %zu %zu %zu\n", sizeof(enum plain), sizeof(enum negative), sizeof(enum large), sizeof(enum huge));
  printf("%s %s %s %s\n", T(ONE), T(NEXT), T(BIG), T(HUGE));
  enum plain p = ONE;
  enum negative n = MINUS;
  enum large l = BIG;
  printf("%s %s %s\n", T(p), T(n), T(l));
  printf("%d %d %d %d %d %d\n", A, B, C, D, E, F);
  printf("%d %d %d\n", ANONYMOUS, LATER, IN);
  printf("%s %s %s\n", name(ZERO), name(AGAIN), name(99));
  p = 42;
  printf("%d %d\n", p, p + ONE);
  printf("%d %d\n", n < 0, p - 43 < 0);
  color c = GREEN;
  c++;
  printf("%d\n", c);
  int counts[SIX] = {[ONE] = 1, [FIVE] = 5};
  printf("%zu %d\n", sizeof counts / sizeof *counts, counts[FIVE]);
  struct s s = {IN, GREEN};
  printf("%d %d\n", s.kind, s.c);
  for (color i = RED; i <= GREEN; i++) printf("%d ", i);
  printf("%d\n", state);
  enum plain *pp = &p;
  *pp = SIX;
  printf("%d\n", p);
  enum local { X = 3 } x = X;
  {
    enum local { X = 4 } y = X;
    printf("%d %d\n", x, y);
  }
  printf("%lx\n", (unsigned long)HUGE);
  return (enum plain)3;
}
