/* wprintf and its relatives: C11 7.29.2. The format is read as UTF-8 by the engine that printf has. */
#include <stdlib.h>
#include <wchar.h>
#include <forkyard/print.h>
#include <forkyard/utf8.h>

int vfwprintf(FILE *restrict stream, const wchar_t *restrict format, va_list args) {
  if (fwide(stream, 1) < 0) return -1;
  char *bytes = __utf8_from_wide(format);
  if (!bytes) return -1;
  int n = __print_to_stream(stream, 1, bytes, args);
  free(bytes);
  return n;
}

int vswprintf(wchar_t *restrict to, size_t max, const wchar_t *restrict format, va_list args) {
  char *bytes = __utf8_from_wide(format);
  if (!bytes) return -1;
  struct sink sink = {.wide_to = to, .wide = 1, .max = max};
  __print(&sink, bytes, args);
  free(bytes);
  if (max > 0) to[sink.count < max ? sink.count : max - 1] = 0;
  return sink.failed || sink.count >= max ? -1 : (int)sink.count;
}

int vwprintf(const wchar_t *restrict format, va_list args) {
  return vfwprintf(stdout, format, args);
}

int wprintf(const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfwprintf(stdout, format, args);
  va_end(args);
  return n;
}

int fwprintf(FILE *restrict stream, const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vfwprintf(stream, format, args);
  va_end(args);
  return n;
}

int swprintf(wchar_t *restrict to, size_t max, const wchar_t *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vswprintf(to, max, format, args);
  va_end(args);
  return n;
}
