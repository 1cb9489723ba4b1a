/* ctype.h for every value of an unsigned char, and EOF. */
#include <ctype.h>
#include <stdio.h>

int main(void) {
  for (int c = -1; c < 256; c++) {
    printf("%d:%d%d%d%d%d%d%d%d%d%d%d%d", c, !!isalnum(c), !!isalpha(c), !!isblank(c), !!iscntrl(c), !!isdigit(c), !!isgraph(c), !!islower(c), !!isprint(c), !!ispunct(c),
           !!isspace(c), !!isupper(c), !!isxdigit(c));
    if (tolower(c) != c || toupper(c) != c) printf(" %d %d", tolower(c), toupper(c));
    putchar(c % 8 == 7 ? '\n' : ' ');
  }
  printf("%d %d %d\n", isascii(127) != 0, isascii(128) != 0, toascii(0x1c1));
  return 0;
}
