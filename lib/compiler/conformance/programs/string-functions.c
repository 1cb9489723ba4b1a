/* <string.h>. */
#include <stdio.h>
#include <string.h>

static int sign(int x) {
  return (x > 0) - (x < 0);
}

int main(void) {
  char a[50] = "hello", b[50];
  strcpy(b, a);
  strcat(b, ", world");
  printf("%s %zu\n", b, strlen(b));
  strncpy(a, "abcdefgh", 3);
  printf("%s\n", a);
  strncpy(a, "xy", 5);
  printf("%s %d\n", a, a[4]);
  strncat(a, "12345", 3);
  printf("%s\n", a);
  printf("%d %d %d %d\n", sign(strcmp("a", "b")), sign(strcmp("b", "a")), strcmp("same", "same"),
         sign(strcmp("ab", "abc")));
  printf("%d %d\n", strncmp("abcd", "abxy", 2), sign(strncmp("abcd", "abxy", 3)));
  printf("%d %d\n", sign(memcmp("\x80", "\x7f", 1)), memcmp("abc", "abd", 2));
  printf("%s %s %d\n", strchr(b, 'o'), strrchr(b, 'o'), strchr(b, 'z') == NULL);
  printf("%s %d\n", strstr(b, "lo,"), strstr(b, "xyz") == NULL);
  printf("%zu %zu\n", strspn("aabbc", "ab"), strcspn("hello, you", ", "));
  printf("%s\n", strpbrk("hello world", "wo"));
  char line[] = "  one two,three  four ";
  for (char *t = strtok(line, " ,"); t; t = strtok(NULL, " ,")) printf("[%s]", t);
  printf("\n");
  char buffer[] = "0123456789";
  memmove(buffer + 2, buffer, 5);
  printf("%s\n", buffer);
  memmove(buffer, buffer + 3, 5);
  printf("%s\n", buffer);
  memcpy(buffer, "ABC", 3);
  memset(buffer + 5, '*', 3);
  printf("%s %s\n", buffer, (char *)memchr(buffer, '*', 10));
  char *save, nested[] = "a=1;b=2";
  for (char *p = strtok_r(nested, ";", &save); p; p = strtok_r(NULL, ";", &save)) printf("%s ", p);
  printf("%zu\n", strnlen("abcdef", 4));
  return 0;
}
