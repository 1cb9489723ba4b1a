#include <stdio.h>
struct s { int a[3]; struct { short b; unsigned char c; } in; float f; };
static int calls;
static struct s store[2];
static struct s *get(int i) { calls++; return &store[i]; }
int main(void) {
  get(1)->a[2] += 5; get(1)->a[2]++; get(1)->in.b -= 3; get(1)->in.c += 300 & 0xff; get(1)->f *= 2; get(0)->f += 1.25f;
  printf("%d %d %d %d %.2f\n", calls, store[1].a[2], store[1].in.b, store[1].in.c, store[0].f);
  char c = 'a'; c += 2; c <<= 1; unsigned char u = 250; u += 10; short h = 32767; h += 1;
  printf("%d %d %d\n", c, u, h);
  int i = 2, v[] = {10, 20, 30}; v[--i] -= v[i + 1] / 3; 
  printf("%d %d\n", v[1], i);
  double d = 10; d /= 4; int k = 7; k *= 1.5; k -= 0.5; unsigned n = 10; n -= 11;
  printf("%.2f %d %u\n", d, k, n);
  long l = 1; l <<= 33; int *p = v; p += 2; p -= 1; *p++ = 99;
  printf("%ld %d %d %ld\n", l, v[1], *p, (long)(p - v));
  return 0;
}
