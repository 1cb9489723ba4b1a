/* What the compiler calls for GNU's __builtin_ functions where no instruction does the work. */
#include <math.h>
#include <stddef.h>
#include <string.h>

int __clz64(unsigned long x) {
  int n = 64;
  for (int step = 32; step > 0; step >>= 1) {
    if (x >> step != 0) {
      n -= step;
      x >>= step;
    }
  }
  return n - (int)x;
}

int __clz32(unsigned x) {
  return __clz64(x) - 32;
}

int __ctz64(unsigned long x) {
  return x == 0 ? 64 : 63 - __clz64(x & -x);
}

int __ctz32(unsigned x) {
  return x == 0 ? 32 : 63 - __clz64(x & -x);
}

int __popcount64(unsigned long x) {
  x -= x >> 1 & 0x5555555555555555;
  x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
  x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
  return (int)(x * 0x0101010101010101 >> 56);
}

int __popcount32(unsigned x) {
  return __popcount64(x);
}

int __parity64(unsigned long x) {
  return __popcount64(x) & 1;
}

int __parity32(unsigned x) {
  return __popcount64(x) & 1;
}

int __ffs64(long x) {
  return x == 0 ? 0 : __ctz64(x) + 1;
}

int __ffs32(int x) {
  return x == 0 ? 0 : __ctz32(x) + 1;
}

int __clrsb64(long x) {
  return __clz64(x < 0 ? ~x : x) - 1;
}

int __clrsb32(int x) {
  return __clrsb64(x) - 32;
}

unsigned short __bswap16(unsigned short x) {
  return x << 8 | x >> 8;
}

unsigned __bswap32(unsigned x) {
  return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}

unsigned long __bswap64(unsigned long x) {
  return (unsigned long)__bswap32(x) << 32 | __bswap32(x >> 32);
}

/* 128-bit two's complement, for exact sums and products. */
struct wide {
  unsigned long low, high;
};

static struct wide negated(struct wide x) {
  struct wide y = {-x.low, ~x.high + (x.low == 0)};
  return y;
}

static struct wide extended(unsigned long x, int is_signed) {
  struct wide y = {x, is_signed && (long)x < 0 ? -1ul : 0};
  return y;
}

static struct wide sum(struct wide a, struct wide b) {
  struct wide y = {a.low + b.low, a.high + b.high};
  y.high += y.low < a.low;
  return y;
}

static struct wide product(struct wide a, struct wide b) {
  unsigned long a0 = a.low & 0xffffffff, a1 = a.low >> 32;
  unsigned long b0 = b.low & 0xffffffff, b1 = b.low >> 32;
  unsigned long middle = a1 * b0 + (a0 * b0 >> 32);
  unsigned long carried = a0 * b1 + (middle & 0xffffffff);
  struct wide y = {a.low * b.low, a1 * b1 + (middle >> 32) + (carried >> 32)};
  return y;
}

/*
 * GNU's __builtin_add_overflow and its kind: the exact result of a op b ('+', '-' or '*'), wrapped to
 * `bytes` at `result` (unless null); whether it had to be wrapped.
 */
_Bool __overflows(int op, unsigned long a, int a_signed, unsigned long b, int b_signed, void *result,
                  int bytes, int is_signed) {
  struct wide x = extended(a, a_signed), y = extended(b, b_signed), exact;
  if (op == '*') {
    int negative = ((long)x.high < 0) != ((long)y.high < 0);
    exact = product((long)x.high < 0 ? negated(x) : x, (long)y.high < 0 ? negated(y) : y);
    /* A product of two full magnitudes reaches bit 127: it fits nowhere, whatever its sign. */
    if ((long)exact.high < 0) negative = 0;
    if (negative) exact = negated(exact);
  } else {
    exact = sum(x, op == '-' ? negated(y) : y);
  }
  unsigned long wrapped = exact.low;
  if (bytes < 8) {
    int spare = 64 - 8 * bytes;
    wrapped = is_signed ? (unsigned long)((long)(wrapped << spare) >> spare) : wrapped << spare >> spare;
  }
  if (result != NULL) memcpy(result, &wrapped, bytes);
  struct wide back = extended(wrapped, is_signed);
  return back.low != exact.low || back.high != exact.high;
}

int __isnan_value(double x) {
  return x != x;
}

int __isinf_value(double x) {
  return x == HUGE_VAL ? 1 : x == -HUGE_VAL ? -1 : 0;
}

int __isfinite_value(double x) {
  return x - x == 0;
}

int __signbit_value(double x) {
  unsigned long bits;
  memcpy(&bits, &x, sizeof bits);
  return (int)(bits >> 63);
}

int __isgreater_value(double x, double y) {
  return x > y;
}

int __isgreaterequal_value(double x, double y) {
  return x >= y;
}

int __isless_value(double x, double y) {
  return x < y;
}

int __islessequal_value(double x, double y) {
  return x <= y;
}

int __islessgreater_value(double x, double y) {
  return x < y || x > y;
}

int __isunordered_value(double x, double y) {
  return x != x || y != y;
}
