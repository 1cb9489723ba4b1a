/* wcsftime: C11 7.29.5.1. */
#include <stdlib.h>
#include <time.h>
#include <wchar.h>
#include <forkyard/utf8.h>

size_t wcsftime(wchar_t *restrict to, size_t max, const wchar_t *restrict format,
                const struct tm *restrict at) {
  char *bytes = __utf8_from_wide(format);
  char *text = bytes ? malloc(4 * max + 1) : NULL;
  size_t n = text ? strftime(text, 4 * max + 1, bytes, at) : 0;
  size_t count = 0;
  for (size_t i = 0; i < n;) {
    wchar_t c;
    i += (size_t)__utf8_decode(text + i, n - i, &c);
    if (count < max) to[count] = c;
    count++;
  }
  free(bytes);
  free(text);
  if (count >= max) return 0;
  to[count] = 0;
  return count;
}
