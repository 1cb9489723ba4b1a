/* The scanf family: C11 7.21.6.2. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Where text comes from: a stream, or a string. */
struct source {
  FILE *stream;
  const char *text;
  /* Bytes taken so far, for %n. */
  int taken;
};

struct directive {
  int suppress;
  int width;
  int length;
  int kind;
  /* For %[: which bytes belong. */
  char member[256];
};

static int next(struct source *source) {
  int c;
  if (source->stream) c = fgetc(source->stream);
  else c = *source->text ? (unsigned char)*source->text++ : EOF;
  if (c != EOF) source->taken++;
  return c;
}

static void back(struct source *source, int c) {
  if (c == EOF) return;
  source->taken--;
  if (source->stream) ungetc(c, source->stream);
  else source->text--;
}

static int skip_space(struct source *source) {
  int c;
  do c = next(source);
  while (isspace(c));
  back(source, c);
  return c;
}

static const char *parse_set(const char *at, char *member) {
  int inverted = *at == '^';
  if (inverted) at++;
  memset(member, inverted, 256);
  const char *first = at;
  for (; *at && (*at != ']' || at == first); at++) {
    int low = (unsigned char)*at;
    int high = low;
    if (at[1] == '-' && at[2] && at[2] != ']') {
      high = (unsigned char)at[2];
      at += 2;
    }
    for (int c = low; c <= high; c++) member[c] = (char)!inverted;
  }
  return *at ? at + 1 : at;
}

static const char *parse(const char *at, struct directive *d) {
  d->suppress = *at == '*';
  if (d->suppress) at++;
  d->width = 0;
  while (isdigit((unsigned char)*at)) d->width = d->width * 10 + (*at++ - '0');
  d->length = 0;
  if (*at == 'h') {
    d->length = *++at == 'h' ? 'H' : 'h';
    if (d->length == 'H') at++;
  } else if (*at == 'l' || *at == 'z' || *at == 'j' || *at == 't' || *at == 'q') {
    d->length = 'l';
    if (*at++ == 'l' && *at == 'l') at++;
  } else if (*at == 'L') {
    d->length = 'l';
    at++;
  }
  d->kind = (unsigned char)*at;
  if (*at) at++;
  if (d->kind == '[') at = parse_set(at, d->member);
  return at;
}

static void store_integer(const struct directive *d, void *to, long value) {
  switch (d->length) {
    case 'H':
      *(signed char *)to = (signed char)value;
      break;
    case 'h':
      *(short *)to = (short)value;
      break;
    case 'l':
      *(long *)to = value;
      break;
    default:
      *(int *)to = (int)value;
  }
}

#define NUMBER_MAX 400

/* Takes the longest prefix that can be a number; its bytes, or 0 for none. */
static int take_integer(struct source *source, const struct directive *d, char *text, int base) {
  int limit = d->width > 0 && d->width < NUMBER_MAX ? d->width : NUMBER_MAX - 1;
  int n = 0, digits = 0;
  int c = next(source);
  if (n < limit && (c == '-' || c == '+')) {
    text[n++] = (char)c;
    c = next(source);
  }
  if (n < limit && c == '0' && (base == 0 || base == 16)) {
    text[n++] = (char)c;
    digits++;
    c = next(source);
    if (n < limit && (c == 'x' || c == 'X')) {
      text[n++] = (char)c;
      base = 16;
      c = next(source);
    } else if (base == 0) {
      base = 8;
    }
  }
  if (base == 0) base = 10;
  while (n < limit && c != EOF) {
    int value = isdigit(c) ? c - '0' : isalpha(c) ? tolower(c) - 'a' + 10 : 99;
    if (value >= base) break;
    text[n++] = (char)c;
    digits++;
    c = next(source);
  }
  back(source, c);
  text[n] = '\0';
  return digits > 0 ? n : 0;
}

static int take_word(struct source *source, const char *word, char *text, int n, int limit, int c) {
  for (; *word; word++) {
    if (n >= limit || tolower(c) != *word) {
      back(source, c);
      return -1;
    }
    text[n++] = (char)c;
    c = word[1] ? next(source) : 0;
  }
  return n;
}

static int take_floating(struct source *source, const struct directive *d, char *text) {
  int limit = d->width > 0 && d->width < NUMBER_MAX ? d->width : NUMBER_MAX - 1;
  int n = 0, digits = 0, dot = 0, exponent = 0;
  int c = next(source);
  if (n < limit && (c == '-' || c == '+')) {
    text[n++] = (char)c;
    c = next(source);
  }
  if (tolower(c) == 'i' || tolower(c) == 'n') {
    n = take_word(source, tolower(c) == 'i' ? "inf" : "nan", text, n, limit, c);
    if (n < 0) return 0;
    text[n] = '\0';
    return n;
  }
  for (; n < limit && c != EOF; c = next(source)) {
    if (isdigit(c)) digits++;
    else if (c == '.' && !dot && !exponent) dot = 1;
    else if ((c == 'e' || c == 'E') && digits > 0 && !exponent) exponent = 1;
    else if ((c == '-' || c == '+') && exponent && (text[n - 1] == 'e' || text[n - 1] == 'E')) {
    } else break;
    text[n++] = (char)c;
  }
  back(source, c);
  text[n] = '\0';
  return digits > 0 ? n : 0;
}

static int belongs(const struct directive *d, int c) {
  switch (d->kind) {
    case 's':
      return !isspace(c);
    case '[':
      return d->member[c];
    default:
      return 1;
  }
}

/* %s, %c and %[: the number of bytes stored, 0 for a mismatch. */
static int take_bytes(struct source *source, const struct directive *d, char *to) {
  int limit = d->width > 0 ? d->width : d->kind == 'c' ? 1 : 0x7fffffff;
  int n = 0;
  int c = EOF;
  while (n < limit) {
    c = next(source);
    if (c == EOF) break;
    if (!belongs(d, c)) {
      back(source, c);
      break;
    }
    if (to) to[n] = (char)c;
    n++;
  }
  if (d->kind == 'c') return n == limit ? n : 0;
  if (n > 0 && to) to[n] = '\0';
  return n;
}

static int base_of(int kind) {
  switch (kind) {
    case 'i':
      return 0;
    case 'o':
      return 8;
    case 'x':
    case 'X':
    case 'p':
      return 16;
    default:
      return 10;
  }
}

/* Carries out one conversion: 1 stored or suppressed, 0 mismatch, EOF at the end of input. */
static int scan_one(struct source *source, const struct directive *d, va_list *args) {
  char text[NUMBER_MAX];
  int at_end = d->kind == 'c' || d->kind == '[' ? 0 : skip_space(source) == EOF;
  if (at_end) return EOF;
  switch (d->kind) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'p': {
      int base = base_of(d->kind);
      if (take_integer(source, d, text, base) == 0) return 0;
      long value = d->kind == 'd' || d->kind == 'i' ? strtol(text, NULL, base)
                                                    : (long)strtoul(text, NULL, base);
      if (d->suppress) return 1;
      if (d->kind == 'p') *va_arg(*args, void **) = (void *)value;
      else store_integer(d, va_arg(*args, void *), value);
      return 1;
    }
    case 'a':
    case 'e':
    case 'f':
    case 'g':
    case 'A':
    case 'E':
    case 'F':
    case 'G': {
      if (take_floating(source, d, text) == 0) return 0;
      double value = strtod(text, NULL);
      if (d->suppress) return 1;
      if (d->length == 'l') *va_arg(*args, double *) = value;
      else *va_arg(*args, float *) = (float)value;
      return 1;
    }
    case 's':
    case 'c':
    case '[': {
      char *to = d->suppress ? NULL : va_arg(*args, char *);
      int c = next(source);
      if (c == EOF) return EOF;
      back(source, c);
      return take_bytes(source, d, to) > 0;
    }
    default:
      return 0;
  }
}

static int scan(struct source *source, const char *format, va_list given) {
  va_list args;
  int stored = 0;
  int converted = 0;
  va_copy(args, given);
  while (*format) {
    if (isspace((unsigned char)*format)) {
      skip_space(source);
      format++;
      continue;
    }
    if (*format != '%' || format[1] == '%') {
      if (*format == '%') {
        format++;
        skip_space(source);
      }
      int c = next(source);
      if (c != (unsigned char)*format++) {
        back(source, c);
        if (c == EOF && converted == 0) stored = EOF;
        break;
      }
      continue;
    }
    struct directive d;
    format = parse(format + 1, &d);
    if (d.kind == 'n') {
      if (!d.suppress) store_integer(&d, va_arg(args, void *), source->taken);
      continue;
    }
    int result = scan_one(source, &d, &args);
    if (result == EOF && converted == 0) stored = EOF;
    if (result <= 0) break;
    converted++;
    if (!d.suppress) stored++;
  }
  va_end(args);
  return stored;
}

int vfscanf(FILE *restrict stream, const char *restrict format, va_list args) {
  struct source source = {.stream = stream};
  return scan(&source, format, args);
}

int vsscanf(const char *restrict text, const char *restrict format, va_list args) {
  struct source source = {.text = text};
  return scan(&source, format, args);
}

int vscanf(const char *restrict format, va_list args) {
  return vfscanf(stdin, format, args);
}

int scanf(const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfscanf(stdin, format, args);
  va_end(args);
  return n;
}

int fscanf(FILE *restrict stream, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfscanf(stream, format, args);
  va_end(args);
  return n;
}

int sscanf(const char *restrict text, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vsscanf(text, format, args);
  va_end(args);
  return n;
}
