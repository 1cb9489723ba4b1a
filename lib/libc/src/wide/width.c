/* wcwidth(3): columns of a terminal. East Asian characters and pictures take two. */
#include <wchar.h>
#include <wctype.h>

static int is_combining(wchar_t c) {
  return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) || (c >= 0x20d0 && c <= 0x20ff) ||
         (c >= 0xfe00 && c <= 0xfe0f);
}

static int is_broad(wchar_t c) {
  return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f) ||
         (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) ||
         (c >= 0xff01 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6) ||
         (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff) ||
         (c >= 0x20000 && c <= 0x3fffd);
}

int wcwidth(wchar_t c) {
  if (c == 0) return 0;
  if (!iswprint((wint_t)c)) return -1;
  return is_combining(c) ? 0 : is_broad(c) ? 2 : 1;
}

int wcswidth(const wchar_t *s, size_t n) {
  int columns = 0;
  for (; n > 0 && *s; s++, n--) {
    int more = wcwidth(*s);
    if (more < 0) return -1;
    columns += more;
  }
  return columns;
}
