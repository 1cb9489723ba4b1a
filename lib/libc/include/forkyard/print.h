/* The parts of the printf family, for the C library only. */
#ifndef _FORKYARD_PRINT_H
#define _FORKYARD_PRINT_H
#include <stdarg.h>
#include <stdio.h>
#include <stddef.h>

/* Where formatted text goes: a stream, or a string of at most `max` characters with its end. Wide
   output comes as UTF-8, too; then `count` and widths are in characters. */
struct sink {
  FILE *stream;
  char *to;
  wchar_t *wide_to;
  int wide;
  size_t max;
  size_t count;
  int failed;
};

enum argument_type { NO_ARGUMENT, INT_ARGUMENT, LONG_ARGUMENT, DOUBLE_ARGUMENT };

union argument {
  long integer;
  double floating;
  void *pointer;
};

struct conversion {
  int left, plus, space, alternative, zero;
  int width;
  /* -1: none given. */
  int precision;
  /* Width or precision is `*`: the argument's number counted from 1, or 0 for the next; -1: no `*`. */
  int width_from, precision_from;
  /* The value's number from `%n$`, or 0 for the next. */
  int value_from;
  /* 'H' for hh, 'h', 0, 'l' (also ll, z, j, t), 'L'. */
  int length;
  int kind;
};

/* Reads what follows a '%'; returns what comes after the directive, NULL for a width too large. */
const char *__print_parse(const char *at, struct conversion *conversion);
enum argument_type __print_argument_type(const struct conversion *conversion);
void __print_emit(struct sink *sink, const char *from, size_t n);
void __print_pad(struct sink *sink, char c, int n);
/* Padding, prefix (sign or 0x), zeros, then the body. */
void __print_field(struct sink *sink, const struct conversion *conversion, const char *prefix,
                   int zeros, const char *body, size_t n, int pad_with_zeros);
void __print_integer(struct sink *sink, const struct conversion *conversion, unsigned long value,
                     int negative);
void __print_double(struct sink *sink, const struct conversion *conversion, double value);
/* %s and %ls. */
void __print_string(struct sink *sink, const struct conversion *conversion, const void *text);
void __print_character(struct sink *sink, const struct conversion *conversion, int c);
void __print(struct sink *sink, const char *format, va_list args);
/* On a stream, in one write where it is unbuffered; the count or -1. */
int __print_to_stream(FILE *stream, int wide, const char *format, va_list args);
#endif
