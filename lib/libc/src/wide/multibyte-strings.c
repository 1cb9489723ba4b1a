/* Multibyte characters and strings of stdlib.h: C11 7.22.7 and 7.22.8. */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int mbtowc(wchar_t *restrict to, const char *restrict s, size_t n) {
  if (!s) return 0;
  mbstate_t state = {0};
  size_t used = mbrtowc(to, s, n, &state);
  return used >= (size_t)-2 ? -1 : (int)used;
}

int mblen(const char *s, size_t n) {
  return mbtowc(NULL, s, n);
}

int wctomb(char *to, wchar_t c) {
  if (!to) return 0;
  mbstate_t state = {0};
  return (int)wcrtomb(to, c, &state);
}

size_t mbstowcs(wchar_t *restrict to, const char *restrict from, size_t max) {
  mbstate_t state = {0};
  return mbsrtowcs(to, &from, max, &state);
}

size_t wcstombs(char *restrict to, const wchar_t *restrict from, size_t max) {
  mbstate_t state = {0};
  return wcsrtombs(to, &from, max, &state);
}
