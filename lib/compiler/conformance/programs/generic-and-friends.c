#include <stdalign.h>
#include <stdbool.h>
#include <stdio.h>
#define KIND(x) _Generic((x), int: "int", double: "double", char *: "string", default: "other")
_Static_assert(sizeof(long) == 8, "LP64");
static inline int half(int x) { return x / 2; }
int main(void) {
  bool b = 3; b = !b;
  printf("%s %s %s %s %d\n", KIND(1), KIND(1.0), KIND("s"), KIND(1L), b);
  printf("%zu %zu %d\n", alignof(double), _Alignof(char), half(9));
  __typeof__(3.5) t = 2; 
  int v = ({ int k = 4; k * k; });
  printf("%.1f %d %d\n", t, v, 0 ?: 6);
  long long big = 0x7fffffffffffffffLL; unsigned bin = 0b1011;
  printf("%lld %u %d %d\n", big, bin, 017, 0xFf);
  printf("%d %d %s\n", L'a', u8"é"[0] == (char)0xc3, "caf\u00e9");
  return 0;
}
