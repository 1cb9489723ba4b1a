/* <ctype.h> on every ASCII character. */
#include <ctype.h>
#include <stdio.h>

int main(void) {
  for (int c = 0; c < 128; c++) {
    printf("%d%d%d%d%d%d%d%d%d%d%d", !!isalpha(c), !!isdigit(c), !!isalnum(c), !!isspace(c),
           !!isupper(c), !!islower(c), !!ispunct(c), !!isprint(c), !!isxdigit(c), !!iscntrl(c),
           !!isgraph(c));
    printf(" %d %d\n", toupper(c), tolower(c));
  }
  const char *s = "Hello, World 42!";
  for (; *s; s++) putchar(islower((unsigned char)*s) ? toupper(*s) : tolower(*s));
  putchar('\n');
  return isalpha('x') ? 0 : 1;
}
