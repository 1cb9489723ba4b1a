/* Multibyte characters, restartable: C11 7.29.6. Which bytes they are, the locale says: UTF-8, or in
   the C locale ASCII. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <forkyard/utf8.h>

size_t __ctype_get_mb_cur_max(void) {
  return __locale_is_utf8 ? 6 : 1;
}

int mbsinit(const mbstate_t *state) {
  return !state || state->__count == 0;
}

static size_t invalid(void) {
  errno = EILSEQ;
  return (size_t)-1;
}

size_t mbrtowc(wchar_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state) {
  static mbstate_t own;
  if (!state) state = &own;
  if (!s) {
    s = "";
    n = 1;
    to = NULL;
  }
  if (n == 0) return (size_t)-2;
  wchar_t c;
  if (!__locale_is_utf8) {
    if (*s < 0) return invalid();
    c = *s;
    if (to) *to = c;
    return c != 0;
  }
  char bytes[8];
  size_t before = state->__count;
  size_t more = n < 4 ? n : 4;
  memcpy(bytes, state->__bytes, before);
  if (more > sizeof bytes - before) more = sizeof bytes - before;
  memcpy(bytes + before, s, more);
  int used = __utf8_decode(bytes, before + more, &c);
  if (used == -1) return invalid();
  if (used == -2) {
    memcpy(state->__bytes, bytes, before + more);
    state->__count = (unsigned char)(before + more);
    return (size_t)-2;
  }
  state->__count = 0;
  if (to) *to = c;
  return c == 0 ? 0 : (size_t)used - before;
}

size_t mbrlen(const char *restrict s, size_t n, mbstate_t *restrict state) {
  static mbstate_t own;
  return mbrtowc(NULL, s, n, state ? state : &own);
}

size_t wcrtomb(char *restrict to, wchar_t c, mbstate_t *restrict state) {
  char unused[8];
  (void)state;
  if (!to) {
    to = unused;
    c = 0;
  }
  if (!__locale_is_utf8 && (c < 0 || c > 127)) return invalid();
  int n = __utf8_encode(c, to);
  return n < 0 ? invalid() : (size_t)n;
}

size_t mbsnrtowcs(wchar_t *restrict to, const char **restrict from, size_t bytes, size_t max,
                  mbstate_t *restrict state) {
  static mbstate_t own;
  mbstate_t looking;
  if (!state) state = &own;
  if (!to) {
    looking = *state;
    state = &looking;
    max = (size_t)-1;
  }
  const char *at = *from;
  size_t count = 0;
  for (; count < max && bytes > 0; count++) {
    wchar_t c;
    size_t used = mbrtowc(&c, at, bytes, state);
    if (used == (size_t)-1) {
      if (to) *from = at;
      return used;
    }
    if (used == (size_t)-2) {
      at += bytes;
      break;
    }
    if (to) to[count] = c;
    if (used == 0) {
      if (to) *from = NULL;
      return count;
    }
    at += used;
    bytes -= used;
  }
  if (to) *from = at;
  return count;
}

size_t mbsrtowcs(wchar_t *restrict to, const char **restrict from, size_t max,
                 mbstate_t *restrict state) {
  return mbsnrtowcs(to, from, strlen(*from) + 1, max, state);
}

size_t wcsnrtombs(char *restrict to, const wchar_t **restrict from, size_t count, size_t max,
                  mbstate_t *restrict state) {
  const wchar_t *at = *from;
  size_t n = 0;
  char bytes[8];
  for (; count > 0; count--, at++) {
    size_t more = wcrtomb(bytes, *at, state);
    if (more == (size_t)-1) {
      if (to) *from = at;
      return more;
    }
    if (to && n + more > max) break;
    if (to) memcpy(to + n, bytes, more);
    if (*at == 0) {
      if (to) *from = NULL;
      return n;
    }
    n += more;
  }
  if (to) *from = at;
  return n;
}

size_t wcsrtombs(char *restrict to, const wchar_t **restrict from, size_t max,
                 mbstate_t *restrict state) {
  return wcsnrtombs(to, from, (size_t)-1, max, state);
}

wint_t btowc(int c) {
  return c >= 0 && c < 128 ? (wint_t)c : WEOF;
}

int wctob(wint_t c) {
  return c < 128 ? (int)c : EOF;
}
