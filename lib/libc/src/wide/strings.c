/* Wide strings: C11 7.29.4, POSIX wcpcpy, wcsdup, wcscasecmp. */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

size_t wcslen(const wchar_t *s) {
  size_t n = 0;
  while (s[n]) n++;
  return n;
}

size_t wcsnlen(const wchar_t *s, size_t max) {
  size_t n = 0;
  while (n < max && s[n]) n++;
  return n;
}

wchar_t *wmemcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  return memcpy(to, from, n * sizeof *to);
}

wchar_t *wmempcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  return wmemcpy(to, from, n) + n;
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t n) {
  return memmove(to, from, n * sizeof *to);
}

wchar_t *wmemset(wchar_t *at, wchar_t c, size_t n) {
  for (size_t i = 0; i < n; i++) at[i] = c;
  return at;
}

wchar_t *wmemchr(const wchar_t *at, wchar_t c, size_t n) {
  for (; n > 0; at++, n--)
    if (*at == c) return (wchar_t *)at;
  return NULL;
}

int wmemcmp(const wchar_t *a, const wchar_t *b, size_t n) {
  for (; n > 0; a++, b++, n--)
    if (*a != *b) return *a < *b ? -1 : 1;
  return 0;
}

wchar_t *wcscpy(wchar_t *restrict to, const wchar_t *restrict from) {
  return wmemcpy(to, from, wcslen(from) + 1);
}

wchar_t *wcpcpy(wchar_t *restrict to, const wchar_t *restrict from) {
  return wcscpy(to, from) + wcslen(from);
}

wchar_t *wcpncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  size_t used = wcsnlen(from, n);
  wmemcpy(to, from, used);
  wmemset(to + used, 0, n - used);
  return to + used;
}

wchar_t *wcsncpy(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  wcpncpy(to, from, n);
  return to;
}

wchar_t *wcscat(wchar_t *restrict to, const wchar_t *restrict from) {
  wcscpy(to + wcslen(to), from);
  return to;
}

wchar_t *wcsncat(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  wchar_t *end = to + wcslen(to);
  size_t used = wcsnlen(from, n);
  wmemcpy(end, from, used);
  end[used] = 0;
  return to;
}

int wcsncmp(const wchar_t *a, const wchar_t *b, size_t n) {
  for (; n > 0; a++, b++, n--) {
    if (*a != *b) return *a < *b ? -1 : 1;
    if (*a == 0) return 0;
  }
  return 0;
}

int wcscmp(const wchar_t *a, const wchar_t *b) {
  return wcsncmp(a, b, (size_t)-1);
}

int wcscoll(const wchar_t *a, const wchar_t *b) {
  return wcscmp(a, b);
}

size_t wcsxfrm(wchar_t *restrict to, const wchar_t *restrict from, size_t n) {
  if (n > 0) wcsncpy(to, from, n);
  return wcslen(from);
}

int wcsncasecmp(const wchar_t *a, const wchar_t *b, size_t n) {
  for (; n > 0; a++, b++, n--) {
    int difference = (int)towlower((wint_t)*a) - (int)towlower((wint_t)*b);
    if (difference || *a == 0) return difference;
  }
  return 0;
}

int wcscasecmp(const wchar_t *a, const wchar_t *b) {
  return wcsncasecmp(a, b, (size_t)-1);
}

wchar_t *wcschr(const wchar_t *s, wchar_t c) {
  for (;; s++) {
    if (*s == c) return (wchar_t *)s;
    if (*s == 0) return NULL;
  }
}

wchar_t *wcsrchr(const wchar_t *s, wchar_t c) {
  const wchar_t *found = NULL;
  for (;; s++) {
    if (*s == c) found = s;
    if (*s == 0) return (wchar_t *)found;
  }
}

size_t wcsspn(const wchar_t *s, const wchar_t *accept) {
  size_t n = 0;
  while (s[n] && wcschr(accept, s[n])) n++;
  return n;
}

size_t wcscspn(const wchar_t *s, const wchar_t *reject) {
  size_t n = 0;
  while (s[n] && !wcschr(reject, s[n])) n++;
  return n;
}

wchar_t *wcspbrk(const wchar_t *s, const wchar_t *accept) {
  s += wcscspn(s, accept);
  return *s ? (wchar_t *)s : NULL;
}

wchar_t *wcsstr(const wchar_t *s, const wchar_t *needle) {
  size_t n = wcslen(needle);
  for (; n == 0 || *s; s++)
    if (wcsncmp(s, needle, n) == 0) return (wchar_t *)s;
  return NULL;
}

wchar_t *wcstok(wchar_t *restrict s, const wchar_t *restrict separators, wchar_t **restrict state) {
  if (!s) s = *state;
  if (!s) return NULL;
  s += wcsspn(s, separators);
  if (*s == 0) {
    *state = NULL;
    return NULL;
  }
  wchar_t *end = s + wcscspn(s, separators);
  if (*end) {
    *end = 0;
    *state = end + 1;
  } else {
    *state = NULL;
  }
  return s;
}

wchar_t *wcsdup(const wchar_t *s) {
  size_t n = wcslen(s) + 1;
  wchar_t *copy = malloc(n * sizeof *copy);
  return copy ? wmemcpy(copy, s, n) : NULL;
}
