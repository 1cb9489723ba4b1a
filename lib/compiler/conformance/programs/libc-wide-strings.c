/* Wide strings and memory: wchar.h. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static void show(const wchar_t *s) {
  if (!s) {
    puts("null");
    return;
  }
  for (; *s; s++) putchar(*s < 128 ? (int)*s : '?');
  putchar('\n');
}

static int sign(int n) {
  return (n > 0) - (n < 0);
}

int main(void) {
  wchar_t text[40], other[40] = {0}, *state;
  printf("%zu %zu %zu\n", wcslen(L"hello"), wcsnlen(L"hello", 3), sizeof(wchar_t));
  show(wcscpy(text, L"alpha"));
  show(wcscat(text, L" beta"));
  show(wcsncat(text, L"gamma", 2));
  show(wcsncpy(other, L"abcdef", 3) + 1 - 1);
  wmemset(other, L'z', 6);
  wcsncpy(other, L"ab", 5);
  printf("%d %d %lc\n", other[2], other[4], (wint_t)other[5]);
  printf("%td %td\n", wcpcpy(other, L"xyz") - other, wcpncpy(other, L"pq", 5) - other);
  printf("%d %d %d %d\n", sign(wcscmp(L"a", L"b")), sign(wcscmp(L"b", L"a")), wcscmp(L"a", L"a"), sign(wcsncmp(L"abc", L"abd", 2)));
  printf("%d %d %d\n", wcscasecmp(L"HeLLo", L"hEllO"), sign(wcsncasecmp(L"ABc", L"abD", 3)), sign(wcscoll(L"a", L"b")));
  show(wcschr(text, L'b'));
  show(wcsrchr(text, L'a'));
  show(wcsstr(text, L"eta"));
  show(wcsstr(text, L"zz"));
  show(wcspbrk(text, L"xyzb"));
  printf("%zu %zu\n", wcsspn(L"aabbc", L"ab"), wcscspn(L"hello, you", L" ,"));
  wcscpy(text, L"one,two;;three,");
  for (wchar_t *t = wcstok(text, L",;", &state); t; t = wcstok(NULL, L",;", &state)) show(t);
  wchar_t *copy = wcsdup(L"duplicate");
  show(copy);
  free(copy);
  wmemcpy(text, L"0123456789", 11);
  wmemmove(text + 2, text, 5);
  show(text);
  printf("%td %d\n", wmemchr(text, L'4', 11) - text, sign(wmemcmp(L"abc", L"abd", 3)));
  wchar_t *end;
  printf("%ld", wcstol(L"  -42x", &end, 10));
  show(end);
  printf("%lu %lld %llu\n", wcstoul(L"0xff", NULL, 0), wcstoll(L"-9", NULL, 10), wcstoull(L"77", NULL, 8));
  printf("%g %g\n", wcstod(L"2.5e3abc", &end), (double)wcstof(L"0.5", NULL));
  show(end);
  printf("%d %d %d %d\n", wcwidth(L'a'), wcwidth(L'\n'), wcwidth(0), wcswidth(L"hello", 3));
  printf("%zu\n", wcsxfrm(text, L"abc", 10));
  return 0;
}
