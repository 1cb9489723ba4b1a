#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char four[4], eight[8], *thirteen = malloc(13);
  strncpy(four, "abcdef", 4);
  printf("%.4s %.*s\n", four, 3, four);
  strcpy(eight, "1234567");
  snprintf(thirteen, 13, "%s-%s", eight, "abcd");
  printf("%s %zu\n", thirteen, strlen(thirteen));
  snprintf(four, sizeof four, "%d", 123456);
  printf("%s\n", four);
  memset(eight, 'x', 8);
  printf("%p\n", memchr(eight, 'y', 8));
  printf("%d %d\n", strncmp(eight, "xxxxxxxx...", 8), memcmp(eight, "xxxxxxxx", 8));
  fwrite(eight, 1, 8, stdout);
  putchar('\n');
  char *end = eight + 8, *p = eight;
  while (p < end) *p++ = '.';
  printf("%.8s %ld\n", eight, (long)(p - eight));
  char *copy = strndup(eight, 8);
  printf("%zu %zu\n", strlen(copy), strnlen(eight, 8));
  int *a = malloc(5 * sizeof *a), *q = a + 5;
  while (q > a) *--q = 1;
  printf("%d\n", a[0] + a[4]);
  char line[8];
  FILE *f = tmpfile();
  fputs("abcdefghij\n", f);
  rewind(f);
  while (fgets(line, sizeof line, f)) fputs(line, stdout);
  fclose(f);
  free(copy);
  free(a);
  free(thirteen);
  return 0;
}
