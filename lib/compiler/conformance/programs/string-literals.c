/* C11 6.4.5: escapes, prefixes, concatenation, types and sizes of string literals. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

static void bytes(const void *data, size_t n) {
  const unsigned char *p = data;
  for (size_t i = 0; i < n; i++) printf("%02x ", p[i]);
  printf("\n");
}
#define B(s) bytes(s, sizeof(s))
#define T(x)                                                                        \
  _Generic((x), char *: "char", const char *: "const char", wchar_t *: "wchar_t", \
           char16_t *: "char16_t", char32_t *: "char32_t", default: "?")

int main(void) {
  B("");
  B("abc");
  B("\a\b\f\n\r\t\v\\\"\'\?");
  B("\0\1\12\123\1234");
  B("\x41\x7f\xff");
  B("\x4" "1");
  B("a\0b");
  B("\e");
  B("\u00e9\u20ac\U0001f600");
  B("é€😀");
  B(u8"é€");
  B(L"aé€😀");
  B(u"aé€😀");
  B(U"aé€😀");
  B(L"\x12345" L"\377");
  B(u"\xffff" "b");
  B("a" L"b");
  B(u8"a" "\u00e9");
  printf("%s %s %s %s %s\n", T("a"), T(u8"a"), T(L"a"), T(u"a"), T(U"a"));
  printf("%zu %zu %zu %zu\n", sizeof "é", sizeof L"é", sizeof u"é", sizeof U"é");
  char a[] = "abc", b[3] = "abc", c[6] = "abc", d[] = {"braced"};
  printf("%zu %zu %zu %zu\n", sizeof a, sizeof b, sizeof c, sizeof d);
  B(b);
  B(c);
  wchar_t w[] = L"wide";
  char16_t u[4] = u"ab";
  printf("%zu %d %zu %d\n", sizeof w / sizeof w[0], w[2], sizeof u, u[3]);
  printf("%c %c %d\n", "hello"[1], 4["hello"], *"");
  printf("%zu\n", strlen("one\0two"));
  printf("%d %d %d\n", 'a' + 1, '\n', '\x80');
  printf("%d %d %d %d\n", '\u00e9' != 0, L'é', u'€', (int)U'😀');
  printf("%s\n", (const char *[]){"zero", "one", "two"}[2]);
  const char *p = "same", *q = "same";
  printf("%d\n", strcmp(p, q));
  char m[2][4] = {"ab", "cde"};
  printf("%s %.3s\n", m[0], m[1]);
  return 0;
}
