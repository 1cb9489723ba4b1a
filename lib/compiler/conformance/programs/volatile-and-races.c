/* volatile, address-taken and static objects behave as memory does. */
#include <stdio.h>

static int shared = 5;
volatile int flag;

static void poke(int *p, int v) {
  *p = v;
}

int main(void) {
  int x = 1;
  int *p = &x;
  int sum = x + (*p = 10, x);
  printf("%d\n", sum > 0);
  poke(&x, 42);
  printf("%d\n", x + x * 2);
  x++;
  x += x;
  printf("%d %d\n", x, *p);
  volatile int v = 3;
  v = v + v;
  v++;
  printf("%d\n", v);
  for (flag = 0; flag < 3; flag++)
    ;
  printf("%d\n", flag);
  shared += x;
  poke(&shared, shared + 1);
  printf("%d\n", shared);
  char c = 'a', *pc = &c;
  c++;
  *pc += 2;
  printf("%c\n", c);
  long l = 1;
  long *pl = &l;
  l <<= 40;
  *pl += 1;
  printf("%ld\n", l);
  double d = 0.5, *pd = &d;
  d *= 3;
  *pd += 1;
  printf("%g\n", d);
  short h = -1;
  short *ph = &h;
  *ph *= 300;
  printf("%d\n", h);
  unsigned char u = 255, *pu = &u;
  ++*pu;
  printf("%d\n", u);
  return 0;
}
