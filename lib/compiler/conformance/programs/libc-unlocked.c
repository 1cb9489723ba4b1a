/* The unlocked functions, puts and its kind: results and effects. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void) {
  FILE *s = tmpfile();
  printf("%d %d %d\n", putc_unlocked('a', s), fputc_unlocked('b', s), fputs_unlocked("cd\n", s) >= 0);
  printf("%zu %d\n", fwrite_unlocked("efgh\n", 1, 5, s), fflush_unlocked(s));
  rewind(s);
  char text[20];
  printf("%c", getc_unlocked(s));
  printf("%c ", fgetc_unlocked(s));
  printf("%s", fgets_unlocked(text, 20, s));
  printf("%zu", fread_unlocked(text, 1, 20, s));
  printf(" %.5s", text);
  printf("%d %d %d\n", feof_unlocked(s) != 0, ferror_unlocked(s), fileno_unlocked(s) > 2);
  clearerr_unlocked(s);
  printf("%d\n", feof_unlocked(s));
  fclose(s);
  putchar_unlocked('x');
  putchar('\n');
  printf("%d %d\n", puts("") >= 0, fputs("", stdout) >= 0);
  printf("%d %d\n", putchar('q'), getchar_unlocked());
  return 0;
}
