#include <stdio.h>
union number { int i; float f; unsigned char b[8]; double d; };
struct flags { unsigned a : 3; unsigned b : 5; int c : 4; unsigned : 0; unsigned d : 1; unsigned long e : 40; };
int main(void) {
  union number n = {.f = 1.0f};
  printf("%x %d %zu\n", n.i, n.b[3], sizeof n);
  n.d = 2.0;
  printf("%d %d\n", n.b[7], n.b[6]);
  struct flags f = {5, 17, -3, 1, 0xabcdef0123};
  printf("%u %u %d %u %lx %zu\n", f.a, f.b, f.c, f.d, (unsigned long)f.e, sizeof f);
  f.a += 4; f.c = 9; f.b--; f.e++;
  printf("%u %u %d %lx\n", f.a, f.b, f.c, (unsigned long)f.e);
  f.a = f.b = 3;
  printf("%u %d\n", f.a, f.d++);
  return 0;
}
