#include <stdio.h>
#include <stdint.h>
#include <limits.h>
#include <string.h>
typedef unsigned char *byte_pointer;
static void show_bytes(byte_pointer s, size_t n) {
  for (size_t i = 0; i < n; i++) printf(" %.2x", s[i]);
  printf("\n");
}

static unsigned getbits(unsigned x, int p, int n) {
  return x >> (p + 1 - n) & ~(~0u << n);
}

static int bitcount(unsigned x) {
  int b;
  for (b = 0; x; x &= x - 1) b++;
  return b;
}

static int is_little(void) {
  int x = 1;
  return *(char *)&x;
}

static int uadd_ok(unsigned a, unsigned b) {
  return a + b >= a;
}

static int tadd_ok(int a, int b) {
  int s = (unsigned)a + b;
  return !(a > 0 && b > 0 && s < 0) && !(a < 0 && b < 0 && s >= 0);
}

struct ip {
  unsigned version : 4, ihl : 4, tos : 8, len : 16;
};
int main(void) {
  int i = 12345;
  float f = i;
  short s = -12345;
  show_bytes((byte_pointer)&i, sizeof i);
  show_bytes((byte_pointer)&f, sizeof f);
  show_bytes((byte_pointer)&s, sizeof s);
  double d = -0.5;
  show_bytes((byte_pointer)&d, sizeof d);
  unsigned short us = s;
  int x = s;
  unsigned ux = us;
  printf("%d %u %#x %#x\n", us, ux, x, us);
  printf("%u %d %d\n", getbits(0xabcd, 7, 4), bitcount(0xf0f0f0f0u), is_little());
  printf("%d %d %d\n", -1 < 0u, 2147483647 > (int)2147483648u, INT_MIN < INT_MAX);
  printf("%d %d %d\n", uadd_ok(UINT_MAX, 1), tadd_ok(INT_MAX, 1), tadd_ok(-5, 3));
  struct ip h = {4, 5, 0, 1500};
  uint32_t w;
  memcpy(&w, &h, 4);
  printf("%08x\n", w);
  printf("%d %d %u\n", -7 / 2, -7 % 2, -7u >> 28);
  printf("%lld %llu\n", LLONG_MIN, ULLONG_MAX);
  printf("%d %d\n", (char)200, (unsigned char)-1);
  printf("%d\n", (signed char)0x80 >> 3);
  return 0;
}
