/* Reading a printf directive: flags, width, precision, length, kind. C11 7.21.6.1, POSIX `%n$`. */
#include <limits.h>
#include <string.h>
#include <forkyard/print.h>

static int is_digit(char c) {
  return c >= '0' && c <= '9';
}

/* A decimal number; -1 when it is larger than an int. */
static int number(const char **at) {
  long value = 0;
  for (; is_digit(**at); ++*at)
    if (value <= INT_MAX) value = value * 10 + (**at - '0');
  return value > INT_MAX ? -1 : (int)value;
}

/* After '*': the argument's position, or 0. */
static int position(const char **at) {
  const char *digits = *at;
  int value = number(&digits);
  if (value <= 0 || *digits != '$') return 0;
  *at = digits + 1;
  return value;
}

static const char *parse_length(const char *at, struct conversion *c) {
  switch (*at) {
    case 'h':
      c->length = 'h';
      if (*++at == 'h') {
        c->length = 'H';
        at++;
      }
      return at;
    case 'l':
      c->length = 'l';
      return *++at == 'l' ? at + 1 : at;
    case 'q':
    case 'z':
    case 'Z':
    case 'j':
    case 't':
      c->length = 'l';
      return at + 1;
    case 'L':
      c->length = 'L';
      return at + 1;
    default:
      return at;
  }
}

const char *__print_parse(const char *at, struct conversion *c) {
  memset(c, 0, sizeof *c);
  c->precision = c->width_from = c->precision_from = -1;
  if (*at >= '1' && *at <= '9') c->value_from = position(&at);
  for (;; at++) {
    if (*at == '-') c->left = 1;
    else if (*at == '+') c->plus = 1;
    else if (*at == ' ') c->space = 1;
    else if (*at == '#') c->alternative = 1;
    else if (*at == '0') c->zero = 1;
    else if (*at != '\'' && *at != 'I') break;
  }
  if (*at == '*') {
    at++;
    c->width_from = position(&at);
  } else if (is_digit(*at)) {
    c->width = number(&at);
    if (c->width < 0) return NULL;
  }
  if (*at == '.') {
    at++;
    c->precision = 0;
    if (*at == '*') {
      at++;
      c->precision_from = position(&at);
    } else if (is_digit(*at)) {
      c->precision = number(&at);
      if (c->precision < 0) return NULL;
    }
  }
  at = parse_length(at, c);
  c->kind = (unsigned char)*at;
  if (c->kind == 'C' || c->kind == 'S') {
    c->kind += 'a' - 'A';
    c->length = 'l';
  }
  return *at ? at + 1 : at;
}

enum argument_type __print_argument_type(const struct conversion *c) {
  switch (c->kind) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'b':
    case 'B':
      return c->length == 'l' || c->length == 'L' ? LONG_ARGUMENT : INT_ARGUMENT;
    case 'c':
      return INT_ARGUMENT;
    case 'p':
    case 's':
    case 'n':
      return LONG_ARGUMENT;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      return DOUBLE_ARGUMENT;
    default:
      return NO_ARGUMENT;
  }
}
