#include <stdio.h>
#include <string.h>
union number { int i; float f; unsigned char bytes[4]; };
union big { char c; double d; struct { int kind; union { int n; char text[12]; } as; } v; };
int main(void) {
  union number n;
  n.f = 1.5f;
  printf("%x %d\n", (unsigned)n.i, n.bytes[3]);
  union big b;
  b.v.kind = 1;
  b.v.as.n = 4;
  union big c = b;
  printf("%d %d\n", c.v.kind, c.v.as.n);
  b.v.kind = 2;
  strcpy(b.v.as.text, "hello");
  c = b;
  printf("%d %s\n", c.v.kind, c.v.as.text);
  double d = 3.25;
  unsigned long bits;
  memcpy(&bits, &d, sizeof bits);
  printf("%lx\n", bits);
  return 0;
}
