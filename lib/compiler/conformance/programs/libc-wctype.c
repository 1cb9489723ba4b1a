/* Classes and cases of wide characters, in the C locale and in UTF-8. */
#include <locale.h>
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

static void table(wint_t from, wint_t to) {
  for (wint_t c = from; c <= to; c++)
    printf("%x:%d%d%d%d%d%d%d%d%d%d%d%d %x %x\n", c, !!iswalnum(c), !!iswalpha(c), !!iswblank(c), !!iswcntrl(c), !!iswdigit(c), !!iswgraph(c), !!iswlower(c), !!iswprint(c),
           !!iswpunct(c), !!iswspace(c), !!iswupper(c), !!iswxdigit(c), towlower(c), towupper(c));
}

int main(void) {
  static const char *const names[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit", "nonsense"};
  table(0, 0x7f);
  table(0xe0, 0xe8);
  for (int i = 0; i < 13; i++) {
    wctype_t type = wctype(names[i]);
    printf("%s %d:", names[i], type != 0);
    for (wint_t c = ' '; type && c < 127; c++) putchar(iswctype(c, type) ? '1' : '0');
    putchar('\n');
  }
  printf("%lc %lc %d\n", towctrans(L'q', wctrans("toupper")), towctrans(L'Q', wctrans("tolower")), wctrans("x") == NULL);
  printf("%d\n", iswalpha(WEOF) != 0);
  setlocale(LC_ALL, "C.UTF-8");
  table(0xc0, 0xff);
  table(0x100, 0x12f);
  table(0x391, 0x3a1);
  table(0x3b1, 0x3c1);
  table(0x410, 0x44f);
  return 0;
}
