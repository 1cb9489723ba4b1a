/* wprintf, swprintf, swscanf, and streams of wide characters. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

int main(void) {
  setlocale(LC_ALL, "C.UTF-8");
  wchar_t text[64], word[20];
  char narrow[20];
  int n = swprintf(text, 64, L"%d|%5.2f|%ls|%s|%lc|%c|%x", 42, 3.14159, L"w\u00efde", "n\xc3\xa4rrow", L'\u20ac', 'c', 255);
  wprintf(L"%d [%ls]\n", n, text);
  n = swprintf(text, 5, L"too long");
  wprintf(L"%d\n", n);
  wprintf(L"[%10ls] [%-10s] [%.3ls] [%.2s] [%05d] [%+d]\n", L"\u00e4\u00f6", "\xc3\xbc", L"abcdef", "xyz", 42, 7);
  int a = 0, b = 0;
  n = swscanf(L"12 \u00e4b\u20ac 0x1f rest", L"%d %ls %i %s", &a, word, &b, narrow);
  wprintf(L"%d %d %ls %d %s\n", n, a, word, b, narrow);
  n = swscanf(L"key=value", L"%l[a-z]=%ls", word, text);
  wprintf(L"%d %ls %ls\n", n, word, text);
  FILE *s = tmpfile();
  wprintf(L"%d\n", fwide(s, 0));
  fputws(L"first \u00e4\nsecond \u20ac\n", s);
  fputwc(L'\U0001f600', s);
  fwprintf(s, L" %d", 9);
  wprintf(L"%d %ld\n", fwide(s, 0) > 0, ftell(s));
  rewind(s);
  while (fgetws(text, 64, s)) wprintf(L"%d <%ls>", (int)wcslen(text), text);
  wprintf(L"\n%d\n", feof(s) != 0);
  rewind(s);
  wint_t c = fgetwc(s);
  ungetwc(L'\u00df', s);
  wint_t back = fgetwc(s);
  wprintf(L"%lc %lc %lc\n", c, back, fgetwc(s));
  rewind(s);
  n = fwscanf(s, L"%ls %lc", word, text);
  wprintf(L"%d %ls %lc\n", n, word, (wint_t)text[0]);
  fclose(s);
  wprintf(L"%d\n", printf("narrow on a wide stream\n") < 0);
  while ((c = getwchar()) != WEOF) wprintf(L"%x ", c);
  putwchar(L'\n');
  return 0;
}
