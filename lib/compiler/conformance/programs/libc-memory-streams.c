/* fmemopen, open_memstream, fopencookie. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

struct counter {
  int reads, writes;
  size_t bytes;
};

static ssize_t count_read(void *cookie, char *to, size_t n) {
  struct counter *c = cookie;
  if (c->reads++ >= 2) return 0;
  memset(to, 'r', n < 3 ? n : 3);
  return n < 3 ? (ssize_t)n : 3;
}

static ssize_t count_write(void *cookie, const char *from, size_t n) {
  struct counter *c = cookie;
  (void)from;
  c->writes++;
  c->bytes += n;
  return (ssize_t)n;
}

static int count_close(void *cookie) {
  struct counter *c = cookie;
  printf("closed after %d writes, %zu bytes\n", c->writes, c->bytes);
  return 0;
}

int main(void) {
  char text[] = "first line\nsecond line\nthird";
  char line[40];
  FILE *s = fmemopen(text, strlen(text), "r");
  while (fgets(line, sizeof line, s)) printf("<%s>", line);
  printf(" eof %d\n", feof(s) != 0);
  fseek(s, 6, SEEK_SET);
  int n = fscanf(s, "%s", line);
  printf("%d %s %ld\n", n, line, ftell(s));
  printf("%d\n", fputc('x', s) == EOF);
  fclose(s);

  char buffer[16];
  memset(buffer, '#', sizeof buffer);
  s = fmemopen(buffer, sizeof buffer, "w");
  fprintf(s, "%d-%d", 12, 34);
  fflush(s);
  printf("[%s] %ld\n", buffer, ftell(s));
  fputs("0123456789abcdef", s);
  errno = 0;
  int flushed = fflush(s);
  printf("%d %d [%.16s]\n", flushed, ferror(s) != 0, buffer);
  fclose(s);

  strcpy(buffer, "abc");
  s = fmemopen(buffer, sizeof buffer, "a");
  fputs("def", s);
  fclose(s);
  printf("[%s]\n", buffer);

  s = fmemopen(NULL, 32, "w+");
  fputs("own memory", s);
  rewind(s);
  printf("%s\n", fgets(line, sizeof line, s));
  fclose(s);
  errno = 0;
  printf("%d", fmemopen(buffer, 4, "z") == NULL);
  printf(" %d\n", errno == EINVAL);

  char *grown = NULL;
  size_t size = 99;
  s = open_memstream(&grown, &size);
  fflush(s);
  printf("%zu [%s]\n", size, grown);
  for (int i = 0; i < 1000; i++) fprintf(s, "%d,", i);
  fflush(s);
  printf("%zu %.12s...%s\n", size, grown, grown + size - 8);
  fseek(s, 2, SEEK_SET);
  fputs("XY", s);
  fflush(s);
  printf("%zu %.8s\n", size, grown);
  free(grown);

  struct counter counter = {0, 0, 0};
  cookie_io_functions_t functions = {count_read, count_write, NULL, count_close};
  s = fopencookie(&counter, "r+", functions);
  setvbuf(s, NULL, _IONBF, 0);
  printf("%d %d\n", fgetc(s), fgetc(s));
  fclose(s);
  counter.writes = 0;
  s = fopencookie(&counter, "w", functions);
  fputs("hello", s);
  fprintf(s, " %d", 42);
  fclose(s);
  return 0;
}
