/* getline, getdelim, fgets at their edges; gets' successor; words put and gotten. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  char *line = NULL;
  size_t room = 0;
  ssize_t n;
  while ((n = getline(&line, &room, stdin)) != -1) printf("%zd %zu [%.20s%s]\n", n, strlen(line), line, n > 20 ? "..." : "");
  printf("%zd eof %d\n", n, feof(stdin) != 0);
  FILE *s = tmpfile();
  fwrite("a:b\0c:d::e", 1, 10, s);
  rewind(s);
  while ((n = getdelim(&line, &room, ':', s)) != -1) {
    printf("%zd:", n);
    for (ssize_t i = 0; i < n; i++) printf(" %d", line[i]);
    putchar('\n');
  }
  errno = 0;
  printf("%zd", getline(NULL, &room, s));
  printf(" %d\n", errno == EINVAL);
  rewind(s);
  while ((n = getdelim(&line, &room, 0, s)) != -1) printf("%zd\n", n);
  free(line);
  char small[4];
  rewind(s);
  fputs("abcdefg\nhi\n", s);
  rewind(s);
  while (fgets(small, sizeof small, s)) printf("<%s>", small);
  putchar('\n');
  rewind(s);
  printf("%s|\n", fgets(small, 1, s) ? small : "null");
  printf("%s\n", fgets(small, 2, s));
  rewind(s);
  putw(0x12345678, s);
  putw(-1, s);
  rewind(s);
  printf("%x %d\n", getw(s), getw(s));
  int numbers[5] = {1, 2, 3, 4, 5}, back[5] = {0};
  rewind(s);
  printf("%zu", fwrite(numbers, sizeof(int), 5, s));
  rewind(s);
  printf(" %zu", fread(back, sizeof(int), 3, s));
  printf(" %d %d %d\n", back[0], back[2], back[4]);
  printf("%zu %zu\n", fread(back, 0, 5, s), fwrite(back, 4, 0, s));
  fclose(s);
  return 0;
}
