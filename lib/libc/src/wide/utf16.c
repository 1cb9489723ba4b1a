/* UTF-16 and UTF-32: C11 7.28. A surrogate that waits for its other half is kept in the state, marked
   by a count that no multibyte character has. */
#include <errno.h>
#include <string.h>
#include <uchar.h>

#define HOLDS_SURROGATE 128

static void hold(mbstate_t *state, unsigned int surrogate) {
  state->__count = HOLDS_SURROGATE;
  memcpy(state->__bytes, &surrogate, sizeof surrogate);
}

static unsigned int held(mbstate_t *state) {
  unsigned int surrogate;
  memcpy(&surrogate, state->__bytes, sizeof surrogate);
  state->__count = 0;
  return surrogate;
}

size_t mbrtoc32(char32_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state) {
  static mbstate_t own;
  return mbrtowc((wchar_t *)to, s, n, state ? state : &own);
}

size_t c32rtomb(char *restrict to, char32_t c, mbstate_t *restrict state) {
  return wcrtomb(to, (wchar_t)c, state);
}

size_t mbrtoc16(char16_t *restrict to, const char *restrict s, size_t n, mbstate_t *restrict state) {
  static mbstate_t own;
  if (!state) state = &own;
  if (state->__count == HOLDS_SURROGATE) {
    unsigned int second = held(state);
    if (to) *to = (char16_t)second;
    return (size_t)-3;
  }
  wchar_t c = 0;
  size_t used = mbrtowc(&c, s, n, state);
  if (used >= (size_t)-2) return used;
  if (c > 0xffff) {
    hold(state, 0xdc00u | ((unsigned int)c & 0x3ff));
    c = 0xd7c0 + (c >> 10);
  }
  if (to) *to = (char16_t)c;
  return used;
}

size_t c16rtomb(char *restrict to, char16_t c, mbstate_t *restrict state) {
  static mbstate_t own;
  if (!state) state = &own;
  if (!to) {
    state->__count = 0;
    return 1;
  }
  if (state->__count == HOLDS_SURROGATE) {
    unsigned int first = held(state);
    if (c < 0xdc00 || c > 0xdfff) {
      errno = EILSEQ;
      return (size_t)-1;
    }
    return wcrtomb(to, (wchar_t)(((first - 0xd7c0) << 10) + (c & 0x3ff)), NULL);
  }
  if (c >= 0xd800 && c < 0xdc00) {
    hold(state, c);
    return 0;
  }
  return wcrtomb(to, c, NULL);
}
