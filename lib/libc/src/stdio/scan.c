/* The scanf family: C11 7.21.6.2. */
#include <ctype.h>
#include <stdlib.h>
#include <forkyard/scan.h>
#include <forkyard/utf8.h>

int __scan_next(struct source *source) {
  int c = source->get(source);
  if (c != EOF) source->taken++;
  return c;
}

void __scan_back(struct source *source, int c) {
  if (c == EOF) return;
  source->taken--;
  source->unget(source, c);
}

static int is_space(int c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

static int skip_space(struct source *source) {
  int c;
  do c = __scan_next(source);
  while (is_space(c));
  __scan_back(source, c);
  return c;
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

static enum outcome scan_integer(struct source *source, const struct directive *d, void *to) {
  char text[SCAN_NUMBER_MAX];
  int base = base_of(d->kind);
  if (__scan_integer(source, d, text, base) == 0) return MISMATCH;
  long value = d->kind == 'd' || d->kind == 'i' ? strtol(text, NULL, base)
                                                : (long)strtoul(text, NULL, base);
  if (to && d->kind == 'p') *(void **)to = (void *)value;
  else if (to) store_integer(d, to, value);
  return MATCHED;
}

static enum outcome scan_floating(struct source *source, const struct directive *d, void *to) {
  char text[SCAN_NUMBER_MAX];
  if (__scan_floating(source, d, text) == 0) return MISMATCH;
  if (!to) return MATCHED;
  if (d->length == 'l') *(double *)to = strtod(text, NULL);
  else *(float *)to = strtof(text, NULL);
  return MATCHED;
}

static enum outcome scan_one(struct source *source, const struct directive *d, void *to) {
  if (d->kind != 'c' && d->kind != '[' && skip_space(source) == EOF) return END_OF_INPUT;
  switch (d->kind) {
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'p':
      return scan_integer(source, d, to);
    case 'a':
    case 'e':
    case 'f':
    case 'g':
    case 'A':
    case 'E':
    case 'F':
    case 'G':
      return scan_floating(source, d, to);
    case 's':
    case 'c':
    case '[':
      return __scan_text(source, d, to);
    default:
      return MISMATCH;
  }
}

/* The pointer that the directive stores through: the next one, or with `%n$` that one. */
static void *destination(const struct directive *d, va_list *args, va_list first) {
  if (d->position == 0) return va_arg(*args, void *);
  va_list from;
  va_copy(from, first);
  void *to = NULL;
  for (int i = 0; i < d->position; i++) to = va_arg(from, void *);
  va_end(from);
  return to;
}

/* A character of the format that must come as it is; wide input is compared by whole characters. */
static const char *literal(struct source *source, const char *format, int *expected) {
  wchar_t c = (unsigned char)*format;
  int used = source->wide ? __utf8_decode(format, 4, &c) : 1;
  *expected = c;
  return format + (used > 0 ? used : 1);
}

int __scan(struct source *source, const char *format, va_list given) {
  va_list args;
  int stored = 0;
  enum outcome outcome = MATCHED;
  va_copy(args, given);
  while (*format && outcome == MATCHED) {
    if (isspace((unsigned char)*format)) {
      skip_space(source);
      format++;
      continue;
    }
    if (*format != '%' || format[1] == '%') {
      int expected;
      if (*format == '%') {
        format++;
        skip_space(source);
      }
      format = literal(source, format, &expected);
      int c = __scan_next(source);
      if (c == EOF) outcome = END_OF_INPUT;
      else if (c != expected) {
        __scan_back(source, c);
        outcome = MISMATCH;
      }
      continue;
    }
    struct directive d;
    format = __scan_parse(format + 1, &d);
    void *to = d.suppress ? NULL : destination(&d, &args, given);
    if (d.kind == 'n') {
      if (to) store_integer(&d, to, source->taken);
      continue;
    }
    outcome = scan_one(source, &d, to);
    if (outcome == MATCHED && to) stored++;
  }
  va_end(args);
  return outcome == END_OF_INPUT && stored == 0 ? EOF : stored;
}
