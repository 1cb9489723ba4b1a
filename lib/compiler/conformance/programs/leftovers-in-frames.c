/* Values in a frame that look like addresses below it: no pointer to a local of a function that returned. */
#include <stddef.h>
#include <stdio.h>


static unsigned case2758_v0 = 0x0UL;
static unsigned short case2758_v2 = 0x82;
static unsigned char case2758_v4 = 4294967295u;
static void case2758(void) {
  double v1_ = 0x4000000000000000UL, *v1p = &v1_;
  long v3 = 0x5u;
  struct { signed char b0 : 8; unsigned b1 : 31; unsigned b2 : 11; } s;
  s.b0 = 1u;
  s.b1 = 129UL;
  s.b2 = 4294967295u;
  case2758_v4 = 0xfffffffdu;
  s.b2 <<= !((unsigned char)(case2758_v0));
  printf("%lld\n", (long long)(((+(((void)(9u), (case2758_v4)))) < ((unsigned long)(0x2u)))));
  printf("%a\n", (double)((float)((char)(((s.b0) ? (9) : (4611686018427387905UL))))));
  printf("%llu\n", (unsigned long long)(case2758_v0));
  printf("%a\n", (double)((*v1p)));
  printf("%llu\n", (unsigned long long)(case2758_v2));
  printf("%lld\n", (long long)(v3));
  printf("%llu\n", (unsigned long long)(case2758_v4));
  printf("%lld\n", (long long)(s.b0));
  printf("%llu\n", (unsigned long long)(s.b1));
  printf("%llu\n", (unsigned long long)(s.b2));
}

int main(void) {
  printf("case 2758\n");
  case2758();
  return 0;
}
