/* What glibc's printf and strtod make of random doubles: the expectations of double-text.test.ts.
 * By hand: gcc -O0 -o /tmp/reference double-format-reference.c && /tmp/reference 600 > double-format-reference.txt
 * A line: bits in hexadecimal, format, text. Lines beginning with "strtod" are bits and the text parsed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t state = 88172645463325252ull;

static uint64_t next(void) {
  state ^= state << 13;
  state ^= state >> 7;
  state ^= state << 17;
  return state;
}

static double as_double(uint64_t bits) {
  double value;
  memcpy(&value, &bits, 8);
  return value;
}

static uint64_t as_bits(double value) {
  uint64_t bits;
  memcpy(&bits, &value, 8);
  return bits;
}

static double pick(void) {
  static const double edges[] = {0.0, -0.0, 0.5, 1.5, 2.5, 0.125, 1e15, 1e16, 1e17, 9.5, 99.5, 999999.5, 0.0001,
    0.00001234, 1e-5, 123456789.0, 1e100, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 1e23,
    9.9999999, 0.1, 0.2, 0.3, 3.14159265358979, -2.675, 1.005, 8.5, 1e-10, 100.0, 1e6, 123456.0, 1234567.0};
  switch (next() % 6) {
    case 0: return as_double(next());
    case 1: return edges[next() % (sizeof edges / sizeof *edges)];
    case 2: return (double)(int64_t)(next() % 2000000) / 1000.0;
    case 3: return (double)(int64_t)next() / 1024.0;
    case 4: return (double)(next() % 1000) / 8.0 - 60.0;
    default: return (double)next() * 1e-25;
  }
}

int main(int argc, char **argv) {
  int count = argc > 1 ? atoi(argv[1]) : 600;
  static const char *formats[] = {"%f", "%e", "%g", "%a", "%.0f", "%.1f", "%.2f", "%.3f", "%.10f", "%.20f", "%.0e", "%.3e",
    "%.17e", "%.0g", "%.1g", "%.3g", "%.10g", "%.17g", "%#g", "%#.0f", "%#.0e", "%.0a", "%.1a", "%.5a", "%.20a", "%#.0a",
    "%F", "%E", "%G", "%A", "%.40f", "%.30g", "%#.3g"};
  for (int k = 0; k < count; k++) {
    double value = pick();
    const char *format = formats[next() % (sizeof formats / sizeof *formats)];
    printf("%016lx %s ", as_bits(value), format);
    printf(format, value);
    printf("\n");
  }
  for (int k = 0; k < count / 4; k++) {
    char text[600];
    static const char *shapes[] = {"%.17g", "%.5g", "%a", "%.3a", "%.25e", "%f"};
    double value = pick();
    snprintf(text, sizeof text, shapes[next() % 6], value);
    if (next() % 5 == 0) strcat(text, "e5x");
    char *end;
    double parsed = strtod(text, &end);
    printf("strtod %016lx %d %s\n", as_bits(parsed), (int)(end - text), text);
  }
  return 0;
}
