/* Compound assignments to every kind of place and width; side effects happen once. */
#include <stdio.h>

static int calls;
static int v[4] = {1, 2, 3, 4};

static int *place(void) {
  calls++;
  return &v[1];
}

struct s {
  char c;
  short h;
  long l;
  float f;
  double d;
  int *p;
};

int main(void) {
  *place() += 5;
  (*place())++;
  --*place();
  printf("%d %d\n", v[1], calls);
  struct s s = {100, 1000, 1L << 40, 1.5f, 2.5, v}, *p = &s;
  s.c += 100;
  s.h *= 50;
  p->l -= 1;
  p->f /= 4;
  p->d *= p->d;
  p->p += 2;
  *p->p++ *= 10;
  printf("%d %d %ld %g %g %d %d\n", s.c, s.h, s.l, s.f, s.d, v[2], *s.p);
  int i = 0, a[4] = {0};
  a[i++] += 1;
  a[i++] -= 2;
  a[i++] |= 12;
  a[--i] ^= 5;
  printf("%d %d %d %d %d\n", i, a[0], a[1], a[2], a[3]);
  int x = 10;
  x += x;
  x -= x / 3;
  x *= x % 5 + 1;
  x <<= 2;
  x >>= 1;
  x &= 0xfe;
  x |= 1;
  x ^= 2;
  printf("%d\n", x);
  unsigned char u = 250;
  printf("%d ", u += 10);
  printf("%d %d\n", u++, ++u);
  double d = 7;
  d += x;
  x += 2.9;
  x *= 0.5;
  printf("%g %d\n", d, x);
  long l = 5;
  l += x;
  l *= -3;
  l %= 100;
  printf("%ld\n", l);
  char *t = "abcdef";
  t += 2;
  t -= 1;
  printf("%s %c\n", t, *t++);
  static int g = 3;
  g += g++ + 1;
  g *= 2;
  printf("%d\n", g > 0);
  _Bool b = 0;
  b |= 4;
  b++;
  printf("%d\n", b--);
  return 0;
}
