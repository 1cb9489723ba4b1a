/* printf and its relatives: C11 7.21.6, POSIX dprintf, asprintf(3). */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <forkyard/print.h>
#include <forkyard/stream.h>

int vfprintf(FILE *restrict stream, const char *restrict format, va_list args) {
  return __print_to_stream(stream, 0, format, args);
}

int vsnprintf(char *restrict to, size_t max, const char *restrict format, va_list args) {
  struct sink sink = {.to = to, .max = max};
  __print(&sink, format, args);
  if (max > 0) to[sink.count < max ? sink.count : max - 1] = '\0';
  return sink.failed ? -1 : (int)sink.count;
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
  return __stream_flush(&stream) == EOF ? -1 : n;
}

int vasprintf(char **restrict to, const char *restrict format, va_list args) {
  int n = vsnprintf(NULL, 0, format, args);
  char *text = n < 0 ? NULL : malloc((size_t)n + 1);
  if (!text) return -1;
  vsnprintf(text, (size_t)n + 1, format, args);
  *to = text;
  return n;
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

int asprintf(char **restrict to, const char *restrict format, ...) {
  va_list args;
  va_start(args, format);
  int n = vasprintf(to, format, args);
  va_end(args);
  return n;
}
