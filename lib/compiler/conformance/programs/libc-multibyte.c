/* Multibyte characters in the C locale and in UTF-8: lengths, states, errors. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

static void decode(const char *s) {
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t left = strlen(s);
  while (left > 0) {
    wchar_t c = 0;
    errno = 0;
    size_t n = mbrtowc(&c, s, left, &state);
    printf(" %zd:%x", (ssize_t)n, (unsigned)c);
    if (n == (size_t)-1 || n == (size_t)-2) {
      printf("(%s)", errno == EILSEQ ? "EILSEQ" : "incomplete");
      break;
    }
    s += n;
    left -= n;
  }
  putchar('\n');
}

static void all(void) {
  static const char *const texts[] = {"abc", "\xc3\xa4\xe2\x82\xac", "\xf0\x9f\x98\x80!", "a\x80z", "\xc0\x80", "\xed\xa0\x80", "\xe2\x82", "\xfe", "\xff"};
  printf("max %zu\n", MB_CUR_MAX);
  for (int i = 0; i < 9; i++) decode(texts[i]);
  char bytes[16];
  static const wchar_t chars[] = {'a', 0xe4, 0x20ac, 0x1f600, 0xd800, 0x10ffff, 0};
  for (int i = 0; i < 7; i++) {
    mbstate_t state;
    memset(&state, 0, sizeof state);
    errno = 0;
    size_t n = wcrtomb(bytes, chars[i], &state);
    printf(" %zd", (ssize_t)n);
    for (size_t k = 0; n < 9 && k < n; k++) printf("%02x", (unsigned char)bytes[k]);
  }
  putchar('\n');
  wchar_t wide[20];
  printf("%zd %zd", (ssize_t)mbstowcs(wide, "gr\xc3\xbc\xc3\x9f" "e", 20), (ssize_t)mbstowcs(NULL, "plain", 0));
  printf(" %zd %zd\n", (ssize_t)wcstombs(bytes, L"pl\u00e4n", 16), (ssize_t)wcstombs(NULL, L"abc", 0));
  printf("%d %d %d %d %d\n", mblen("a", 1), mblen("", 1), mblen("\xc3\xa4", 2), mbtowc(wide, "\xe2\x82\xac", 3), wctomb(bytes, 0x20ac));
  const char *from = "ab\xc3\xa4" "cd";
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t n = mbsrtowcs(wide, &from, 3, &state);
  printf("%zd %d\n", (ssize_t)n, from != NULL);
  printf("%d %d %d %d\n", btowc('x') == L'x', btowc(0xe4) == WEOF, wctob(L'y'), wctob(0x20ac));
}

int main(void) {
  all();
  printf("%s\n", setlocale(LC_CTYPE, "C.UTF-8"));
  all();
  mbstate_t state;
  wchar_t c;
  memset(&state, 0, sizeof state);
  printf("%zd", (ssize_t)mbrtowc(&c, "\xe2", 1, &state));
  printf(" %d", mbsinit(&state) != 0);
  printf(" %zd", (ssize_t)mbrtowc(&c, "\x82", 1, &state));
  printf(" %zd", (ssize_t)mbrtowc(&c, "\xac", 1, &state));
  printf(" %x %d\n", (unsigned)c, mbsinit(&state) != 0);
  char16_t units[2];
  memset(&state, 0, sizeof state);
  printf("%zd", (ssize_t)mbrtoc16(units, "\xf0\x9f\x98\x80", 4, &state));
  printf(" %zd", (ssize_t)mbrtoc16(units + 1, "", 1, &state));
  printf(" %x %x\n", units[0], units[1]);
  char bytes[8];
  memset(&state, 0, sizeof state);
  printf("%zd", (ssize_t)c16rtomb(bytes, 0xd83d, &state));
  printf(" %zd", (ssize_t)c16rtomb(bytes, 0xde00, &state));
  printf(" %02x%02x\n", (unsigned char)bytes[0], (unsigned char)bytes[3]);
  char32_t code;
  memset(&state, 0, sizeof state);
  printf("%zd", (ssize_t)mbrtoc32(&code, "\xe2\x82\xac", 3, &state));
  printf(" %x %zd\n", code, (ssize_t)c32rtomb(bytes, 0xe4, NULL));
  return 0;
}
