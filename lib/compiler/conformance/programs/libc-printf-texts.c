/* Strings, characters, pointers, %n, %m, numbered arguments, and what printf returns. */
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

int main(void) {
  int n = 0, m = 0;
  char null_text[8];
  char *volatile nothing = NULL;
  printf("[%s] [%10s] [%-10s] [%.2s] [%10.3s] [%-8.1s]\n", "abc", "abc", "abc", "abc", "abcdef", "xyz");
  printf("[%c] [%5c] [%-5c] [%c]\n", 'a', 'b', 'c', 'd');
  printf("[%s] [%.3s] [%.6s] [%10s]\n", nothing, nothing, nothing, nothing);
  printf("[%p] [%10p] [%-10p] [%p] [%20p]\n", (void *)0, (void *)0, (void *)0, (void *)0x1234, (void *)0xdeadbeef);
  printf("abc%ndef%n\n", &n, &m);
  printf("%d %d\n", n, m);
  signed char tiny;
  short small;
  long large;
  printf("12345%hhn%hn%ln\n", &tiny, &small, &large);
  printf("%d %d %ld\n", tiny, small, large);
  errno = ENOENT;
  printf("%m|%30m|%.5m\n");
  printf("%3$s %1$s %2$s %1$s\n", "one", "two", "three");
  printf("%1$d %1$x %1$o %2$.*3$f|%2$*4$.1f|\n", 255, 3.14159, 3, 10);
  printf("%% %5%|%-5%|\n");
  int r = printf("12345\n");
  printf("%d %d\n", r, printf("x\n"));
  r = snprintf(null_text, sizeof null_text, "%s-%d", "truncated", 42);
  printf("%d [%s]\n", r, null_text);
  r = snprintf(NULL, 0, "%d %s", 12345, "abc");
  printf("%d\n", r);
  r = snprintf(null_text, 1, "abc");
  printf("%d [%s]\n", r, null_text);
  char *text;
  r = asprintf(&text, "%05d|%s|%g", 42, "heap", 0.5);
  printf("%d %s\n", r, text);
  free(text);
  r = dprintf(1, "%s", "");
  printf("%d\n", r);
  printf("[%ls] [%10ls] [%.2ls] [%-6ls] [%lc]\n", L"wide", L"wide", L"wide", L"w", L'c');
  errno = 0;
  r = snprintf(null_text, sizeof null_text, "%ls", L"\u00e4");
  printf("%d %d\n", r, errno == EILSEQ);
  printf("%s\n", setlocale(LC_ALL, "C.UTF-8"));
  printf("[%ls] [%8ls] [%.3ls] [%lc]\n", L"\u00e4\u20ac", L"\u00e4\u20ac", L"\u00e4\u20ac", L'\u20ac');
  r = printf("%b %#b %#X %#o\n", 10, 5, 255, 8);
  printf("%d\n", r);
  return 0;
}
