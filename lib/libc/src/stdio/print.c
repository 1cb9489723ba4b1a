/* The printf family: C11 7.21.6.1, with glibc's texts for null pointers and its treatment of
   directives that C leaves undefined. */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <forkyard/print.h>
#include <forkyard/stream.h>

#define POSITIONS_MAX 64

/* Where the next argument comes from: the list, or with `%n$` what was read of it beforehand. */
struct arguments {
  va_list *list;
  const union argument *numbered;
};

static union argument next(struct arguments *from, enum argument_type type, int position) {
  if (from->numbered && position > 0) return from->numbered[position - 1];
  union argument value = {0};
  if (type == INT_ARGUMENT) value.integer = va_arg(*from->list, int);
  else if (type == LONG_ARGUMENT) value.integer = va_arg(*from->list, long);
  else if (type == DOUBLE_ARGUMENT) value.floating = va_arg(*from->list, double);
  return value;
}

static void note(enum argument_type *types, int *count, int position, enum argument_type type) {
  if (position <= 0 || position > POSITIONS_MAX || type == NO_ARGUMENT) return;
  types[position - 1] = type;
  if (position > *count) *count = position;
}

/* Reads all arguments of a format that numbers them; 0: it doesn't. */
static int read_numbered(const char *format, va_list *list, union argument *values) {
  enum argument_type types[POSITIONS_MAX] = {NO_ARGUMENT};
  int count = 0;
  for (; (format = strchr(format, '%')) != NULL;) {
    struct conversion c;
    format = __print_parse(format + 1, &c);
    if (!format) break;
    note(types, &count, c.value_from, __print_argument_type(&c));
    note(types, &count, c.width_from, INT_ARGUMENT);
    note(types, &count, c.precision_from, INT_ARGUMENT);
  }
  struct arguments from = {list, NULL};
  for (int i = 0; i < count; i++)
    values[i] = next(&from, types[i] == NO_ARGUMENT ? INT_ARGUMENT : types[i], 0);
  return count;
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

static long narrowed_signed(const struct conversion *c, long value) {
  switch (c->length) {
    case 'H':
      return (signed char)value;
    case 'h':
      return (short)value;
    default:
      return value;
  }
}

static unsigned long narrowed_unsigned(const struct conversion *c, long value) {
  switch (c->length) {
    case 'H':
      return (unsigned char)value;
    case 'h':
      return (unsigned short)value;
    case 0:
      return (unsigned int)value;
    default:
      return (unsigned long)value;
  }
}

static void convert(struct sink *sink, const struct conversion *c, union argument value,
                    const char *start, const char *end, int error) {
  switch (c->kind) {
    case 'd':
    case 'i': {
      long number = narrowed_signed(c, value.integer);
      __print_integer(sink, c, number < 0 ? 0 - (unsigned long)number : (unsigned long)number,
                      number < 0);
      break;
    }
    case 'u':
    case 'o':
    case 'x':
    case 'X':
    case 'b':
    case 'B':
      __print_integer(sink, c, narrowed_unsigned(c, value.integer), 0);
      break;
    case 'p':
      if (value.pointer) __print_integer(sink, c, (unsigned long)value.pointer, 0);
      else __print_field(sink, c, "", 0, "(nil)", 5, 0);
      break;
    case 'c':
      __print_character(sink, c, (int)value.integer);
      break;
    case 's':
      __print_string(sink, c, value.pointer);
      break;
    case 'f':
    case 'F':
    case 'e':
    case 'E':
    case 'g':
    case 'G':
    case 'a':
    case 'A':
      __print_double(sink, c, value.floating);
      break;
    case 'n':
      store_count(c, value.pointer, sink->count);
      break;
    case 'm': {
      struct conversion text = *c;
      text.length = 0;
      __print_string(sink, &text, strerror(error));
      break;
    }
    case '%':
      __print_emit(sink, "%", 1);
      break;
    default:
      /* Undefined in C; glibc writes the directive itself. */
      __print_emit(sink, start, (size_t)(end - start));
  }
}

/* Width and precision from arguments. */
static void settle(struct conversion *c, struct arguments *from) {
  if (c->width_from >= 0) {
    c->width = (int)next(from, INT_ARGUMENT, c->width_from).integer;
    if (c->width < 0) {
      c->left = 1;
      c->width = -c->width;
    }
  }
  if (c->precision_from >= 0) {
    c->precision = (int)next(from, INT_ARGUMENT, c->precision_from).integer;
    if (c->precision < 0) c->precision = -1;
  }
}

void __print(struct sink *sink, const char *format, va_list given) {
  va_list args;
  int error = errno;
  va_copy(args, given);
  struct arguments from = {&args, NULL};
  union argument values[POSITIONS_MAX];
  while (!sink->failed) {
    const char *percent = strchrnul(format, '%');
    __print_emit(sink, format, (size_t)(percent - format));
    if (*percent == '\0') break;
    struct conversion c;
    const char *end = __print_parse(percent + 1, &c);
    if (!end || c.kind == '\0') {
      errno = end ? EINVAL : EOVERFLOW;
      sink->failed = 1;
      break;
    }
    if ((c.value_from > 0 || c.width_from > 0) && !from.numbered) {
      read_numbered(percent, &args, values);
      from.numbered = values;
    }
    settle(&c, &from);
    convert(sink, &c, next(&from, __print_argument_type(&c), c.value_from), percent, end, error);
    format = end;
  }
  if (sink->count > INT_MAX) {
    errno = EOVERFLOW;
    sink->failed = 1;
  }
  va_end(args);
}

/* Of a stream that has no buffer: one message, one write. */
static void print_at_once(struct sink *sink, const char *format, va_list args) {
  FILE *stream = sink->stream;
  char buffer[1024];
  FILE behind = {.fd = stream->fd,
                 .mode = _IOFBF,
                 .writable = 1,
                 .buffer = buffer,
                 .bytes = sizeof buffer,
                 .orientation = stream->orientation,
                 .operations = stream->operations,
                 .state = stream->state};
  sink->stream = &behind;
  __print(sink, format, args);
  if (__stream_flush(&behind) == EOF) sink->failed = 1;
  stream->orientation = behind.orientation;
  stream->failed |= behind.failed;
}

static int print_to_stream(FILE *stream, int wide, const char *format, va_list args) {
  struct sink sink = {.stream = stream, .wide = wide};
  if (!stream->writable) {
    stream->failed = 1;
    errno = EBADF;
    return -1;
  }
  __stream_prepare(stream);
  if (stream->mode == _IONBF) print_at_once(&sink, format, args);
  else __print(&sink, format, args);
  return sink.failed ? -1 : (int)sink.count;
}

int __print_to_stream(FILE *stream, int wide, const char *format, va_list args) {
  LOCK_STREAM(stream);
  int result = print_to_stream(stream, wide, format, args);
  UNLOCK_STREAM(stream);
  return result;
}
