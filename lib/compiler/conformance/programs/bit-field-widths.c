/* C11 6.7.2.1 and 6.3.1.1: bit-fields of all types and widths in expressions, assignments, updates. */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct wide {
  unsigned long a : 40;
  long b : 24;
  unsigned long c : 63;
  long d : 33;
  unsigned long long e : 64;
};
struct mixed {
  signed char c1 : 3;
  unsigned short s1 : 9;
  int i1 : 17;
  _Bool flag : 1;
  unsigned : 0;
  unsigned u1 : 1;
  int : 5;
  unsigned u2 : 6;
  enum { A, B, C } e : 2;
};

static void show(const void *p, size_t n) {
  const unsigned char *b = p;
  for (size_t i = 0; i < n; i++) printf("%02x", b[i]);
  printf("\n");
}

int main(void) {
  struct wide w;
  memset(&w, 0, sizeof w);
  w.a = -1;
  w.b = -1;
  w.c = 1ul << 62;
  w.d = 1l << 32;
  w.e = 5;
  show(&w, sizeof w);
  printf("%zu\n", sizeof w);
  printf("%lx %ld %lx %ld\n", (unsigned long)w.a, (long)w.b, (unsigned long)w.c, (long)w.d);
  w.a++;
  printf("%lx\n", (unsigned long)w.a);
  w.a--;
  printf("%lx\n", (unsigned long)w.a);
  printf("%d\n", w.a + 1 == 0);
  printf("%lx\n", (unsigned long)(w.a + 1));
  printf("%lx\n", (unsigned long)(w.a << 4));
  printf("%lx\n", (unsigned long)(w.a * 2));
  printf("%lx\n", (unsigned long)~w.a);
  printf("%lx\n", (unsigned long)-w.a);
  printf("%lx\n", (unsigned long)(w.a + 1ul));
  printf("%lx\n", (unsigned long)(w.a + 1L));
  printf("%d\n", w.a > -1);
  printf("%ld\n", (long)(w.d * 2));
  w.c += w.c;
  printf("%lx\n", (unsigned long)w.c);
  w.c -= 1;
  printf("%lx\n", (unsigned long)w.c);
  struct mixed m;
  memset(&m, 0, sizeof m);
  m.c1 = 3;
  m.s1 = 511;
  m.i1 = -65536;
  m.flag = 42;
  m.u1 = 3;
  m.u2 = 100;
  m.e = C;
  show(&m, sizeof m);
  printf("%d %d %d %d %d %d %d\n", m.c1, m.s1, m.i1, m.flag, m.u1, m.u2, m.e);
  m.c1++;
  printf("%d\n", m.c1);
  m.s1 += 1;
  printf("%d\n", m.s1);
  m.i1 -= 1;
  printf("%d\n", m.i1);
  m.u2 <<= 3;
  printf("%d\n", m.u2);
  m.u2 |= 7;
  m.u2 ^= 2;
  printf("%d\n", m.u2++);
  printf("%d\n", (m.u1 = 6));
  printf("%d\n", (m.u2 = 65) + 1);
  int value = m.u2 = 127;
  printf("%d\n", value);
  m.flag ^= 1;
  printf("%d\n", m.flag);
  m.flag = !m.flag;
  printf("%d %d\n", m.flag, m.u1 - 5 < 0);
  struct mixed copy = m, *p = &copy;
  p->e = A;
  printf("%d %d %d\n", p->e, m.e, p->i1);
  struct {
    int x : 4, y : 4;
  } pts[3] = {{1, -1}, {.y = 7}, {-8}};
  for (int i = 0; i < 3; i++) printf("%d,%d ", pts[i].x, pts[i].y);
  printf("%zu\n", sizeof pts);
  return 0;
}
