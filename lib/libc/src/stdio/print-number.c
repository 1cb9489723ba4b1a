/* Integers and doubles as the printf family writes them: C11 7.21.6.1. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <forkyard/intrinsics.h>
#include <forkyard/print.h>

static const char *sign_of(const struct conversion *c, int negative) {
  return negative ? "-" : c->plus ? "+" : c->space ? " " : "";
}

static const char *base_prefix(const struct conversion *c) {
  switch (c->kind) {
    case 'p':
      return c->plus ? "+0x" : c->space ? " 0x" : "0x";
    case 'X':
      return c->alternative ? "0X" : "";
    case 'x':
      return c->alternative ? "0x" : "";
    case 'b':
      return c->alternative ? "0b" : "";
    case 'B':
      return c->alternative ? "0B" : "";
    default:
      return "";
  }
}

void __print_integer(struct sink *sink, const struct conversion *c, unsigned long value,
                     int negative) {
  char digits[64];
  int at = sizeof digits;
  const char *prefix = value ? base_prefix(c) : "";
  const char *alphabet = c->kind == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  switch (c->kind) {
    case 'o':
      for (; value; value >>= 3) digits[--at] = (char)('0' + (int)(value & 7));
      break;
    case 'b':
    case 'B':
      for (; value; value >>= 1) digits[--at] = (char)('0' + (int)(value & 1));
      break;
    case 'x':
    case 'X':
    case 'p':
      for (; value; value >>= 4) digits[--at] = alphabet[value & 15];
      break;
    default:
      while (value > 0xffffffffUL) {
        digits[--at] = (char)('0' + (int)(value % 10));
        value /= 10;
      }
      for (unsigned int low = (unsigned int)value; low; low /= 10)
        digits[--at] = (char)('0' + low % 10);
      if (c->kind != 'u') prefix = sign_of(c, negative);
  }
  int n = (int)sizeof digits - at;
  int wanted = c->precision < 0 ? 1 : c->precision;
  int zeros = wanted > n ? wanted - n : 0;
  if (c->kind == 'o' && c->alternative && zeros == 0 && (n == 0 || digits[at] != '0')) zeros = 1;
  __print_field(sink, c, prefix, zeros, digits + at, (size_t)n, c->zero && c->precision < 0);
}

#define BODY_BYTES 1500
/* No double has more decimal places than that: what follows are zeros. */
#define PLACES_MAX 1100

void __print_double(struct sink *sink, const struct conversion *c, double value) {
  char small[BODY_BYTES];
  char *body = small;
  int hexadecimal = c->kind == 'a' || c->kind == 'A';
  int general = c->kind == 'g' || c->kind == 'G';
  int precision = c->precision < 0 && !hexadecimal ? 6 : c->precision;
  if (general && !c->alternative && precision > PLACES_MAX) precision = PLACES_MAX;
  size_t bytes = sizeof small;
  if (precision > PLACES_MAX) {
    bytes = (size_t)precision + 400;
    body = malloc(bytes);
    if (!body) {
      sink->failed = 1;
      return;
    }
  }
  int negative = signbit(value) != 0;
  int n = __intrinsic_format_double(body, bytes, c->kind, c->alternative, precision,
                                    negative ? -value : value);
  int finite = isfinite(value);
  char prefix[4];
  strcpy(prefix, sign_of(c, negative));
  char *digits = body;
  if (hexadecimal && finite) {
    /* Padding zeros stand behind the 0x. */
    strncat(prefix, body, 2);
    digits += 2;
    n -= 2;
  }
  __print_field(sink, c, prefix, 0, digits, (size_t)n, c->zero && finite);
  if (body != small) free(body);
}
