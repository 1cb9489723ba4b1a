/* C11 6.5.2.4, 6.5.3.1, 6.5.16: ++ and --, assignments of all kinds to all kinds of lvalues. */
#include <stdio.h>

struct s {
  int a[3];
  struct s *next;
  unsigned char b;
  double d;
  _Bool flag;
};
static int global = 5;
static int *where(int *p) {
  static int calls;
  calls++;
  printf("<%d>", calls);
  return p;
}

int main(void) {
  int i = 5, a[4] = {10, 20, 30, 40}, *p = a;
  printf("%d ", i++);
  printf("%d ", i--);
  printf("%d ", ++i);
  printf("%d\n", --i);
  printf("%d ", *p++);
  printf("%d ", *++p);
  printf("%d ", ++*p);
  printf("%d ", (*p)++);
  printf("%d ", *p--);
  printf("%d %td\n", *p, p - a);
  struct s s = {{1, 2, 3}, &s, 255, 1.5, 0}, *q = &s;
  q->a[1]++;
  q->next->next->a[2] += 10;
  s.b++;
  s.d++;
  --q->d;
  s.flag++;
  printf("%d %d %d %g %d\n", s.a[1], s.a[2], s.b, s.d, s.flag);
  s.flag--;
  s.b--;
  printf("%d %d\n", s.flag, s.b);
  *where(&i) += 3;
  (*where(&i))++;
  a[(*where(&i), 1)] -= 5;
  printf("%d %d\n", i, a[1]);
  int x, y, z;
  x = y = z = 7;
  x += y -= z *= 2;
  printf("%d %d %d\n", x, y, z);
  unsigned char c = 200;
  c += 100;
  printf("%d ", c);
  c <<= 1;
  printf("%d ", c);
  c >>= 2;
  printf("%d ", c);
  c = ~c;
  printf("%d\n", c);
  short h = 32767;
  h++;
  printf("%d\n", h);
  long l = 1;
  l <<= 40;
  l |= 5;
  l ^= 1;
  l %= 1000;
  printf("%ld\n", l);
  double d = 10;
  d /= 4;
  d -= 1;
  d *= d;
  printf("%g\n", d);
  i = 7;
  i /= 2.0;
  i *= 1.5f;
  printf("%d\n", i);
  char *t = "abc", u[4], *v = u;
  while ((*v++ = *t++)) continue;
  printf("%s %td\n", u, v - u);
  (i > 0 ? p : a)[0] = 99;
  printf("%d\n", *p);
  *(i ? &x : &y) = 1;
  printf("%d\n", x);
  ((struct s *)(void *)&s)->a[0] = 4;
  (*&s).a[1] = 5;
  *(&s.a[0] + 2) = 6;
  2 [s.a]++;
  printf("%d %d %d\n", s.a[0], s.a[1], s.a[2]);
  int **pp = &p;
  **pp = 3;
  ++*pp;
  printf("%d\n", **pp);
  { int *g = &global; *g *= *g; }
  printf("%d\n", global);
  return (x = 3, x += 2);
}
