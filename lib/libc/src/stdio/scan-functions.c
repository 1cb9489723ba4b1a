/* scanf and its relatives: C11 7.21.6. */
#include <forkyard/scan.h>
#include <forkyard/stream.h>

static int from_stream(struct source *source) {
  return fgetc_unlocked(source->stream);
}

static void to_stream(struct source *source, int c) {
  ungetc(c, source->stream);
}

static int from_text(struct source *source) {
  return *source->text ? (unsigned char)*source->text++ : EOF;
}

static void to_text(struct source *source, int c) {
  (void)c;
  source->text--;
}

int vfscanf(FILE *restrict stream, const char *restrict format, va_list args) {
  struct source source = {.get = from_stream, .unget = to_stream, .stream = stream};
  LOCK_STREAM(stream);
  int n = __scan(&source, format, args);
  UNLOCK_STREAM(stream);
  return n;
}

int vsscanf(const char *restrict text, const char *restrict format, va_list args) {
  struct source source = {.get = from_text, .unget = to_text, .text = text};
  return __scan(&source, format, args);
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
