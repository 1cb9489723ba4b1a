/* The printf family: C11 7.21.6.1, with glibc's texts for null pointers. */
#include <errno.h>
#include <math.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>
#include <forkyard/stream.h>

/* Where formatted text goes: a stream, or a string of at most `max` bytes with its end. */
struct sink {
  FILE *stream;
  char *to;
  size_t max;
  size_t count;
  int failed;
};

struct conversion {
  int left, plus, space, alternative, zero;
  int width;
  /* -1: none given. */
  int precision;
  /* 'H' for hh, 'h', 0, 'l' (also ll, z, j, t), 'L'. */
  int length;
  int kind;
};

static void emit(struct sink *sink, const char *from, size_t n) {
  if (n == 0) return;
  if (sink->stream) {
    if (__stream_put(sink->stream, from, n) == EOF) sink->failed = 1;
  } else if (sink->count + 1 < sink->max) {
    size_t room = sink->max - 1 - sink->count;
    memcpy(sink->to + sink->count, from, n < room ? n : room);
  }
  sink->count += n;
}

static void pad(struct sink *sink, char c, int n) {
  char run[32];
  if (n <= 0) return;
  memset(run, c, sizeof run);
  for (; n > (int)sizeof run; n -= (int)sizeof run) emit(sink, run, sizeof run);
  emit(sink, run, (size_t)n);
}

/* Padding, prefix (sign or 0x), zeros, then the body. */
static void field(struct sink *sink, const struct conversion *c, const char *prefix, int zeros,
                  const char *body, int n, int pad_with_zeros) {
  int prefix_bytes = (int)strlen(prefix);
  int missing = c->width - prefix_bytes - zeros - n;
  if (missing > 0 && pad_with_zeros && !c->left) {
    zeros += missing;
    missing = 0;
  }
  if (!c->left) pad(sink, ' ', missing);
  emit(sink, prefix, (size_t)prefix_bytes);
  pad(sink, '0', zeros);
  emit(sink, body, (size_t)n);
  if (c->left) pad(sink, ' ', missing);
}

static const char *sign_of(const struct conversion *c, int negative) {
  return negative ? "-" : c->plus ? "+" : c->space ? " " : "";
}

static void print_integer(struct sink *sink, const struct conversion *c, unsigned long value,
                          int negative) {
  char digits[24];
  int at = sizeof digits;
  const char *prefix = "";
  const char *alphabet = c->kind == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
  int nonzero = value != 0;
  switch (c->kind) {
    case 'o':
      for (; value; value >>= 3) digits[--at] = (char)('0' + (int)(value & 7));
      break;
    case 'x':
    case 'X':
    case 'p':
      for (; value; value >>= 4) digits[--at] = alphabet[value & 15];
      if (nonzero && (c->alternative || c->kind == 'p')) prefix = c->kind == 'X' ? "0X" : "0x";
      if (c->kind == 'p' && (c->plus || c->space)) prefix = c->plus ? "+0x" : " 0x";
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
  field(sink, c, prefix, zeros, digits + at, n, c->zero && c->precision < 0);
}

static void print_double(struct sink *sink, const struct conversion *c, double value) {
  char body[1500];
  int precision = c->precision < 0 && c->kind != 'a' && c->kind != 'A' ? 6 : c->precision;
  int more = 0;
  if (precision > 1100) {
    /* A double has no more digits than that. */
    if (c->kind != 'g' && c->kind != 'G') more = precision - 1100;
    precision = 1100;
  }
  int negative = __signbit(value);
  int n = __intrinsic_format_double(body, sizeof body, c->kind, c->alternative, precision,
                                    negative ? -value : value);
  int finite = value - value == 0;
  if (more > 0 && finite && (c->kind == 'f' || c->kind == 'F')) {
    struct conversion bare = *c;
    bare.width = c->width > more ? c->width - more : 0;
    field(sink, &bare, sign_of(c, negative), 0, body, n, c->zero);
    pad(sink, '0', more);
    return;
  }
  field(sink, c, sign_of(c, negative), 0, body, n, c->zero && finite);
}

static void print_string(struct sink *sink, const struct conversion *c, const char *text) {
  if (!text) text = c->precision >= 0 && c->precision < 6 ? "" : "(null)";
  size_t n = c->precision < 0 ? strlen(text) : strnlen(text, (size_t)c->precision);
  field(sink, c, "", 0, text, (int)n, 0);
}

static long signed_argument(const struct conversion *c, va_list *args) {
  if (c->length == 'l') return va_arg(*args, long);
  int value = va_arg(*args, int);
  return c->length == 'H' ? (signed char)value : c->length == 'h' ? (short)value : value;
}

static unsigned long unsigned_argument(const struct conversion *c, va_list *args) {
  if (c->length == 'l') return va_arg(*args, unsigned long);
  unsigned int value = va_arg(*args, unsigned int);
  return c->length == 'H' ? (unsigned char)value : c->length == 'h' ? (unsigned short)value : value;
}

static void store_count(const struct conversion *c, void *to, size_t count) {
  switch (c->length) {
    case 'l':
      *(long *)to = (long)count;
      break;
    case 'h':
      *(short *)to = (short)count;
      break;
    case 'H':
      *(signed char *)to = (signed char)count;
      break;
    default:
      *(int *)to = (int)count;
  }
}

/* Reads flags, width, precision, length and kind; returns what follows. */
static const char *parse(const char *at, struct conversion *c, va_list *args) {
  memset(c, 0, sizeof *c);
  c->precision = -1;
  for (;; at++) {
    if (*at == '-') c->left = 1;
    else if (*at == '+') c->plus = 1;
    else if (*at == ' ') c->space = 1;
    else if (*at == '#') c->alternative = 1;
    else if (*at == '0') c->zero = 1;
    else if (*at != '\'') break;
  }
  if (*at == '*') {
    at++;
    c->width = va_arg(*args, int);
    if (c->width < 0) {
      c->left = 1;
      c->width = -c->width;
    }
  } else {
    while (*at >= '0' && *at <= '9') c->width = c->width * 10 + (*at++ - '0');
  }
  if (*at == '.') {
    at++;
    c->precision = 0;
    if (*at == '*') {
      at++;
      c->precision = va_arg(*args, int);
      if (c->precision < 0) c->precision = -1;
    } else {
      while (*at >= '0' && *at <= '9') c->precision = c->precision * 10 + (*at++ - '0');
    }
  }
  switch (*at) {
    case 'h':
      c->length = *++at == 'h' ? 'H' : 'h';
      if (c->length == 'H') at++;
      break;
    case 'l':
      c->length = 'l';
      if (*++at == 'l') at++;
      break;
    case 'q':
    case 'z':
    case 'j':
    case 't':
      c->length = 'l';
      at++;
      break;
    case 'L':
      c->length = 'L';
      at++;
      break;
    default:
      break;
  }
  c->kind = (unsigned char)*at;
  return *at ? at + 1 : at;
}

static void convert(struct sink *sink, const struct conversion *c, va_list *args,
                    const char *start, const char *end, int error) {
  switch (c->kind) {
    case 'd':
    case 'i': {
      long value = signed_argument(c, args);
      print_integer(sink, c, value < 0 ? 0 - (unsigned long)value : (unsigned long)value,
                    value < 0);
      break;
    }
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      print_integer(sink, c, unsigned_argument(c, args), 0);
      break;
    case 'p': {
      void *pointer = va_arg(*args, void *);
      if (pointer) print_integer(sink, c, (unsigned long)pointer, 0);
      else field(sink, c, "", 0, "(nil)", 5, 0);
      break;
    }
    case 'c': {
      char byte = (char)va_arg(*args, int);
      field(sink, c, "", 0, &byte, 1, 0);
      break;
    }
    case 's':
      print_string(sink, c, va_arg(*args, const char *));
      break;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      print_double(sink, c, va_arg(*args, double));
      break;
    case 'n':
      store_count(c, va_arg(*args, void *), sink->count);
      break;
    case 'm':
      print_string(sink, c, strerror(error));
      break;
    case '%':
      emit(sink, "%", 1);
      break;
    default:
      /* Undefined in C; glibc writes the directive itself. */
      emit(sink, start, (size_t)(end - start));
  }
}

static void print(struct sink *sink, const char *format, va_list given) {
  va_list args;
  int error = errno;
  va_copy(args, given);
  for (;;) {
    const char *percent = format;
    while (*percent && *percent != '%') percent++;
    emit(sink, format, (size_t)(percent - format));
    if (*percent == '\0') break;
    struct conversion c;
    const char *end = parse(percent + 1, &c, &args);
    convert(sink, &c, &args, percent, end, error);
    format = end;
  }
  va_end(args);
}

int vfprintf(FILE *restrict stream, const char *restrict format, va_list args) {
  struct sink sink = {.stream = stream};
  __stream_prepare(stream);
  if (stream->mode != _IONBF) {
    print(&sink, format, args);
  } else {
    /* One message, one write, though the stream has no buffer of its own. */
    char buffer[1024];
    stream->mode = _IOFBF;
    stream->buffer = buffer;
    stream->bytes = sizeof buffer;
    stream->end = 0;
    print(&sink, format, args);
    if (fflush(stream) == EOF) sink.failed = 1;
    stream->mode = _IONBF;
    stream->buffer = NULL;
    stream->bytes = 0;
  }
  return sink.failed ? -1 : (int)sink.count;
}

int vsnprintf(char *restrict to, size_t max, const char *restrict format, va_list args) {
  struct sink sink = {.to = to, .max = max};
  print(&sink, format, args);
  if (max > 0) to[sink.count < max ? sink.count : max - 1] = '\0';
  return (int)sink.count;
}

int vsprintf(char *restrict to, const char *restrict format, va_list args) {
  return vsnprintf(to, SIZE_MAX, format, args);
}

int vprintf(const char *restrict format, va_list args) {
  return vfprintf(stdout, format, args);
}

int vdprintf(int fd, const char *restrict format, va_list args) {
  char buffer[1024];
  FILE stream = {
      .fd = fd, .mode = _IOFBF, .writable = 1, .buffer = buffer, .bytes = sizeof buffer};
  int n = vfprintf(&stream, format, args);
  return fflush(&stream) == EOF ? -1 : n;
}

int printf(const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfprintf(stdout, format, args);
  va_end(args);
  return n;
}

int fprintf(FILE *restrict stream, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfprintf(stream, format, args);
  va_end(args);
  return n;
}

int dprintf(int fd, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vdprintf(fd, format, args);
  va_end(args);
  return n;
}

int sprintf(char *restrict to, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsprintf(to, format, args);
  va_end(args);
  return n;
}

int snprintf(char *restrict to, size_t max, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsnprintf(to, max, format, args);
  va_end(args);
  return n;
}
