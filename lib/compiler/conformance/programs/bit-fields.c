/* Bit-fields: signed and unsigned, packing, assignment values, updates. */
#include <stdio.h>

struct flags {
  unsigned a : 1;
  unsigned b : 3;
  int c : 4;
  unsigned : 0;
  unsigned d : 12;
  int e : 20;
};

struct wide {
  unsigned long low : 20;
  unsigned long middle : 30;
  long high : 14;
  unsigned char byte : 5;
  _Bool yes : 1;
};

static struct flags global = {1, 5, -3, 100, -1000};

int main(void) {
  struct flags f = {0};
  f.a = 3;
  f.b = 13;
  f.c = 9;
  f.d = 4097;
  f.e = -5;
  printf("%d %d %d %d %d\n", f.a, f.b, f.c, f.d, f.e);
  f.b++;
  f.b += 7;
  f.c--;
  f.e *= 3;
  f.d |= 0xf00;
  printf("%d %d %d %d\n", f.b, f.c, f.e, f.d);
  printf("%d %d\n", f.b = 15, f.c = 12);
  printf("%d %d\n", f.a++, f.a);
  printf("%d %d %d %d %d\n", global.a, global.b, global.c, global.d, global.e);
  struct wide w = {0};
  w.low = 0x12345;
  w.middle = 0x3fffffff;
  w.high = -2;
  w.byte = 33;
  w.yes = 8;
  printf("%lx %lx %ld %d %d\n", (unsigned long)w.low, (unsigned long)w.middle, (long)w.high,
         w.byte, w.yes);
  w.middle += 2;
  w.high <<= 3;
  printf("%lx %ld %lx\n", (unsigned long)w.middle, (long)w.high, (unsigned long)w.low);
  printf("%zu %zu\n", sizeof(struct flags), sizeof(struct wide));
  struct flags g = f, *p = &g;
  p->d = 7;
  p->c = -8;
  printf("%d %d %d %d\n", f.d, g.d, g.c, p->b);
  struct {
    unsigned x : 31;
    unsigned y : 32;
  } h = {0x7fffffff, 0xffffffffu};
  printf("%u %u %d\n", h.x, h.y, h.x < -1);
  if (p->a) printf("set\n");
  else printf("clear\n");
  return f.e < 0 ? 7 : 8;
}
