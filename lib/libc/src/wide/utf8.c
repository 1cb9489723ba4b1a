/* UTF-8: RFC 3629. */
#include <errno.h>
#include <stdlib.h>
#include <wchar.h>
#include <forkyard/utf8.h>

int __locale_is_utf8;

int __utf8_decode(const char *from, size_t n, wchar_t *to) {
  if (n == 0) return -2;
  unsigned int first = (unsigned char)*from;
  if (first < 0x80) {
    *to = (wchar_t)first;
    return 1;
  }
  if (first < 0xc2 || first > 0xf4) return -1;
  int bytes = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  unsigned int value = first & (0x7fu >> bytes);
  for (int i = 1; i < bytes; i++) {
    if ((size_t)i >= n) return -2;
    unsigned int next = (unsigned char)from[i];
    if ((next & 0xc0) != 0x80) return -1;
    value = value << 6 | (next & 0x3f);
    /* Overlong forms, surrogates and what is beyond Unicode show in the second byte. */
    if (i == 1 && ((first == 0xe0 && next < 0xa0) || (first == 0xed && next > 0x9f) ||
                   (first == 0xf0 && next < 0x90) || (first == 0xf4 && next > 0x8f)))
      return -1;
  }
  *to = (wchar_t)value;
  return bytes;
}

int __utf8_encode(wchar_t c, char *to) {
  if (c < 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) return -1;
  if (c < 0x80) {
    to[0] = (char)c;
    return 1;
  }
  int bytes = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  for (int i = bytes - 1; i > 0; i--, c >>= 6) to[i] = (char)(0x80 | (c & 0x3f));
  to[0] = (char)(0xf00 >> bytes | c);
  return bytes;
}

char *__utf8_from_wide(const wchar_t *from) {
  size_t n = wcslen(from);
  char *text = malloc(4 * n + 1);
  if (!text) return NULL;
  char *at = text;
  for (; *from; from++) {
    int more = __utf8_encode(*from, at);
    if (more < 0) {
      free(text);
      errno = EILSEQ;
      return NULL;
    }
    at += more;
  }
  *at = '\0';
  return text;
}
