/* freopen: standard streams on files, the descriptor's number kept, other modes. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "libc-freopen.tmp"

int main(void) {
  char line[50];
  int kept = dup(1);
  printf("before\n");
  FILE *s = freopen(NAME, "w", stdout);
  int number = fileno(stdout);
  printf("into the file\n");
  puts("and more");
  fflush(stdout);
  write(1, "by write\n", 9);
  dup2(kept, 1);
  printf("back %d %d\n", s == stdout, number);
  s = freopen(NAME, "r", stdin);
  printf("%d %d\n", s == stdin, fileno(stdin));
  while (fgets(line, sizeof line, stdin)) printf("<%s>", line);
  putchar('\n');
  printf("%d %d\n", feof(stdin) != 0, getchar());
  s = fopen(NAME, "r");
  int fd = fileno(s);
  fgetc(s);
  s = freopen(NAME, "a", s);
  printf("%d\n", fileno(s) == fd);
  fputs("appended\n", s);
  s = freopen(NAME, "r", s);
  int lines = 0;
  while (fgets(line, sizeof line, s)) lines++;
  printf("%d %s", lines, line);
  errno = 0;
  s = freopen("/no/such/file", "r", s);
  printf("%d %d\n", s == NULL, errno == ENOENT);
  remove(NAME);
  return 0;
}
