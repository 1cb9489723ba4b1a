/* String literals, arrays of char, concatenation, escapes. */
#include <stdio.h>
#include <string.h>

static size_t length(const char *s) {
  const char *p = s;
  while (*p) p++;
  return p - s;
}

static void reverse(char *s) {
  for (size_t i = 0, j = strlen(s); i + 1 < j; i++) {
    j--;
    char c = s[i];
    s[i] = s[j];
    s[j] = c;
  }
}

int main(void) {
  char a[] = "hello", b[10] = "abc", c[3] = {'x', 'y', 'z'}, d[] = {'o', 'k', 0};
  const char *p = "one" "two"
                  " three";
  printf("%s %s %.3s %s %s\n", a, b, c, d, p);
  printf("%zu %zu %zu %zu\n", sizeof a, sizeof b, sizeof "four", length(p));
  printf("%d %d %d\n", b[3], b[9], "abc"[1]);
  reverse(a);
  printf("%s\n", a);
  printf("tab\there \\ \"quoted\" \x41\102 \a\b%c%c\n", '\'', '?');
  printf("%d %d %d %d\n", '\n', '\0', '\\', '\377');
  char nul[] = "a\0b";
  printf("%zu %zu %c\n", sizeof nul, strlen(nul), nul[2]);
  const char *list[] = {"alpha", "beta", "gamma", NULL};
  for (const char **w = list; *w; w++) printf("%s%c", *w, w[1] ? ' ' : '\n');
  char grid[2][4] = {"ab", "cde"};
  grid[0][2] = '!';
  printf("%s|%s\n", grid[0], grid[1]);
  int vowels = 0;
  for (const char *s = "programming languages"; *s; s++)
    if (strchr("aeiou", *s)) vowels++;
  printf("%d\n", vowels);
  char long_text[] = "a rather long string literal that has to be copied from static data";
  long_text[2] = 'R';
  printf("%s %zu\n", long_text, sizeof long_text);
  char padded[40] = "pad";
  printf("%d %d\n", padded[3], padded[39]);
  return 0;
}
