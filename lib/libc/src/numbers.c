/* Text to numbers, and integer arithmetic: C11 7.22.1, 7.22.6. */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <forkyard/intrinsics.h>

static int digit_value(int c) {
  if (isdigit(c)) return c - '0';
  if (isalpha(c)) return tolower(c) - 'a' + 10;
  return 99;
}

/* Reads sign, prefix and digits; the magnitude saturates and `*overflow` is set. */
static unsigned long magnitude(const char *text, char **end, int base, int *negative,
                               int *overflow) {
  const char *at = text;
  *negative = *overflow = 0;
  if (base < 0 || base == 1 || base > 36) {
    errno = EINVAL;
    return 0;
  }
  while (isspace((unsigned char)*at)) at++;
  if (*at == '-' || *at == '+') *negative = *at++ == '-';
  if ((base == 0 || base == 16) && at[0] == '0' && (at[1] == 'x' || at[1] == 'X') &&
      isxdigit((unsigned char)at[2])) {
    at += 2;
    base = 16;
  } else if (base == 0) {
    base = *at == '0' ? 8 : 10;
  }
  unsigned long value = 0;
  const char *digits = at;
  for (int digit; (digit = digit_value((unsigned char)*at)) < base; at++) {
    if (value > (ULONG_MAX - (unsigned long)digit) / (unsigned long)base) *overflow = 1;
    value = value * (unsigned long)base + (unsigned long)digit;
  }
  if (end) *end = (char *)(at == digits ? text : at);
  return value;
}

long strtol(const char *restrict text, char **restrict end, int base) {
  int negative, overflow;
  unsigned long value = magnitude(text, end, base, &negative, &overflow);
  if (overflow || value > (unsigned long)LONG_MAX + (unsigned long)negative) {
    errno = ERANGE;
    return negative ? LONG_MIN : LONG_MAX;
  }
  return (long)(negative ? 0 - value : value);
}

unsigned long strtoul(const char *restrict text, char **restrict end, int base) {
  int negative, overflow;
  unsigned long value = magnitude(text, end, base, &negative, &overflow);
  if (overflow) {
    errno = ERANGE;
    return ULONG_MAX;
  }
  return negative ? 0 - value : value;
}

long long strtoll(const char *restrict text, char **restrict end, int base) {
  return strtol(text, end, base);
}

unsigned long long strtoull(const char *restrict text, char **restrict end, int base) {
  return strtoul(text, end, base);
}

intmax_t strtoimax(const char *text, char **end, int base) {
  return strtol(text, end, base);
}

uintmax_t strtoumax(const char *text, char **end, int base) {
  return strtoul(text, end, base);
}

int atoi(const char *text) {
  return (int)strtol(text, NULL, 10);
}

long atol(const char *text) {
  return strtol(text, NULL, 10);
}

long long atoll(const char *text) {
  return strtol(text, NULL, 10);
}

static double floating(const char *text, char **end, int single) {
  size_t result[2] = {0, 0};
  double value = __intrinsic_parse_double(text, result, single);
  if (end) *end = (char *)text + result[0];
  if (result[1]) errno = ERANGE;
  return value;
}

double strtod(const char *restrict text, char **restrict end) {
  return floating(text, end, 0);
}

float strtof(const char *restrict text, char **restrict end) {
  return (float)floating(text, end, 1);
}

long double strtold(const char *restrict text, char **restrict end) {
  return floating(text, end, 0);
}

double atof(const char *text) {
  return strtod(text, NULL);
}

intmax_t imaxabs(intmax_t n) {
  return n < 0 ? -n : n;
}

imaxdiv_t imaxdiv(intmax_t a, intmax_t b) {
  imaxdiv_t result = {a / b, a % b};
  return result;
}

int abs(int n) {
  return n < 0 ? -n : n;
}

long labs(long n) {
  return n < 0 ? -n : n;
}

long long llabs(long long n) {
  return n < 0 ? -n : n;
}

div_t div(int a, int b) {
  div_t result = {a / b, a % b};
  return result;
}

ldiv_t ldiv(long a, long b) {
  ldiv_t result = {a / b, a % b};
  return result;
}

lldiv_t lldiv(long long a, long long b) {
  lldiv_t result = {a / b, a % b};
  return result;
}
