#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char line[16]; int c, n = 0;
  while (fgets(line, sizeof line, stdin)) { n++; line[strcspn(line, "\n")] = 0; printf("%d:%s|\n", n, line); if (n == 4) break; }
  c = getchar(); ungetc(c, stdin);
  printf("%c%c\n", getchar(), c);
  char *all = NULL; size_t room = 0;
  ssize_t len = getline(&all, &room, stdin);
  printf("%ld %s", (long)len, all);
  free(all);
  while ((c = getchar()) != EOF) putchar(c == 'a' ? 'A' : c);
  printf("%d %d\n", feof(stdin) != 0, ferror(stdin));
  fputs("to stderr\n", stderr);
  puts("done"); putchar('.'); fputc('\n', stdout);
  fwrite("abcdef\n", 1, 7, stdout);
  return 0;
}
