// What assignments to bit-fields are worth, and in which type compound ones are computed.
#include <stdio.h>

struct fields {
  unsigned long wide : 56;
  long narrower : 40;
  unsigned long long odd : 33;
  int few : 5;
  unsigned some : 7;
  unsigned all : 32;
} s;

static void show(const char *what, unsigned long long value) { printf("%s: %llx\n", what, value); }

static int change(void) {
  s.wide = 1000;
  s.some = 100;
  return -2;
}

int main(void) {
  signed char minus = -2;
  long long large = -32769;

  // The right side is converted to the width of the field, unless its own type is wider and signed.
  s.wide = 0x3ffffffffffffffeUL;
  s.wide /= minus;
  show("wide /= -2", s.wide);
  s.wide = 2147483647;
  s.wide %= large;
  show("wide %= -32769LL", s.wide);
  s.odd = 257;
  s.odd /= large + 32766;
  show("odd /= -3LL", s.odd);
  s.odd = 0x1ffffffffUL;
  s.odd >>= 3;
  s.odd <<= 5;
  show("odd >>= 3, <<= 5", s.odd);
  s.odd *= 1.25;
  show("odd *= 1.25", s.odd);
  s.narrower = 0x3fffffffffL;
  s.narrower += minus;
  s.narrower >>= minus + 5;
  show("narrower", (unsigned long long)s.narrower);

  // The value has the type of the field: one that fits in an int is promoted to int.
  printf("%d %d %d %d\n", (s.some = 5) > -1, (s.some += 5) > -1, s.some++ > -1, --s.some > -1);
  printf("%d %d %d\n", (s.all = 5) > -1, (s.wide = 5) > -1, (s.odd += 5) > -1);
  printf("%d %d\n", (0, s.some = 9) > -1, (unsigned)(s.some = 9) > -1);
  show("(wide = 5) - 6", (s.wide = 5) + minus * 3);
  show("(wide += 5) - 14", (s.wide += 5) + minus * 7);
  show("wide++ - 14", s.wide++ + minus * 7);
  show("++wide - 14", ++s.wide + minus * 7);
  show("~(odd = 3)", ~(s.odd = 3));
  show("-(odd -= 1)", -(s.odd -= 1));
  printf("%d %d\n", (s.few = 15) + 1, s.few += 1 - 31);

  // Calls on the right come first, whatever the width.
  s.wide = 7;
  s.wide += change();
  show("wide += change()", s.wide);
  s.some = 7;
  s.some -= change();
  show("some -= change()", s.some);
  return 0;
}
