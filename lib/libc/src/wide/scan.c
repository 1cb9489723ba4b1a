/* wscanf and its relatives: C11 7.29.2. */
#include <stdlib.h>
#include <wchar.h>
#include <forkyard/scan.h>
#include <forkyard/stream.h>
#include <forkyard/utf8.h>

static int from_stream(struct source *source) {
  wint_t c = fgetwc_unlocked(source->stream);
  return c == WEOF ? EOF : (int)c;
}

static void to_stream(struct source *source, int c) {
  ungetwc((wint_t)c, source->stream);
}

static int from_text(struct source *source) {
  return *source->wide_text ? *source->wide_text++ : EOF;
}

static void to_text(struct source *source, int c) {
  (void)c;
  source->wide_text--;
}

static int scan(struct source *source, const wchar_t *format, va_list args) {
  char *bytes = __utf8_from_wide(format);
  if (!bytes) return EOF;
  int n = __scan(source, bytes, args);
  free(bytes);
  return n;
}

int vfwscanf(FILE *restrict stream, const wchar_t *restrict format, va_list args) {
  struct source source = {.get = from_stream, .unget = to_stream, .wide = 1, .stream = stream};
  LOCK_STREAM(stream);
  int n = scan(&source, format, args);
  UNLOCK_STREAM(stream);
  return n;
}

int vswscanf(const wchar_t *restrict s, const wchar_t *restrict format, va_list args) {
  struct source source = {.get = from_text, .unget = to_text, .wide = 1, .wide_text = s};
  return scan(&source, format, args);
}

int vwscanf(const wchar_t *restrict format, va_list args) {
  return vfwscanf(stdin, format, args);
}

int wscanf(const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfwscanf(stdin, format, args);
  va_end(args);
  return n;
}

int fwscanf(FILE *restrict stream, const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfwscanf(stream, format, args);
  va_end(args);
  return n;
}

int swscanf(const wchar_t *restrict s, const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vswscanf(s, format, args);
  va_end(args);
  return n;
}
