#include <ctype.h>
#include <stdio.h>
#include <string.h>
int main(void) {
  char a[40] = "hello", b[40];
  strcat(a, ", "); strncat(a, "world!!!", 5);
  printf("%s %zu %d %d %d\n", a, strlen(a), strcmp("abc", "abd") < 0, strcmp("b", "a") > 0, strncmp("abcx", "abcy", 3));
  strcpy(b, a); strncpy(b, "HE", 2);
  printf("%s %s %s %s\n", b, strchr(b, 'o'), strrchr(b, 'o'), strstr(b, "wor"));
  printf("%zu %zu %s\n", strspn("123abc", "0123456789"), strcspn("abc,def", ","), strpbrk("key=value", "=:"));
  char line[] = "  one two,three;;four ";
  for (char *t = strtok(line, " ,;"); t; t = strtok(NULL, " ,;")) printf("[%s]", t);
  printf("\n");
  memset(b, 'x', 5); b[5] = 0; memmove(b + 1, b, 4); memcpy(b + 2, "##", 2);
  printf("%s %d %s\n", b, memcmp("ab", "ac", 2) < 0, (char *)memchr("find me", 'm', 7));
  char *d = strdup("copy");
  d[0] = (char)toupper(d[0]);
  printf("%s %d%d%d%d\n", d, isalpha('x') != 0, isdigit('x'), isspace('\t') != 0, ispunct('!') != 0);
  printf("%s" " joined " "%c\n", "\x41\102\t|", '\'');
  printf("\a\b\f\v\\\"\?\n");
  printf("%zu %zu %s\n", sizeof "abc", sizeof "a\0b", "a\0b");
  return 0;
}
