/* setvbuf with every mode; what reaches the file before fflush; buffers of one's own; fork. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "libc-stream-buffers.tmp"

static long size(void) {
  struct stat about;
  return stat(NAME, &about) == 0 ? (long)about.st_size : -1;
}

static void steps(FILE *s) {
  fputs("abc", s);
  printf(" %ld", size());
  fputs("def\n", s);
  printf(" %ld", size());
  fputs("ghi\njkl", s);
  printf(" %ld", size());
  for (int i = 0; i < 30; i++) fputc('.', s);
  printf(" %ld", size());
  fprintf(s, "%0100d", 7);
  printf(" %ld", size());
  fflush(s);
  printf(" %ld", size());
  fclose(s);
  printf(" %ld\n", size());
}

int main(void) {
  char buffer[64], large[BUFSIZ];
  printf("default");
  steps(fopen(NAME, "w"));
  FILE *s = fopen(NAME, "w");
  printf("unbuffered %d", setvbuf(s, NULL, _IONBF, 0));
  steps(s);
  s = fopen(NAME, "w");
  printf("line %d", setvbuf(s, NULL, _IOLBF, 0));
  steps(s);
  s = fopen(NAME, "w");
  printf("line, own %d", setvbuf(s, buffer, _IOLBF, sizeof buffer));
  steps(s);
  s = fopen(NAME, "w");
  printf("full, own %d", setvbuf(s, buffer, _IOFBF, sizeof buffer));
  steps(s);
  s = fopen(NAME, "w");
  setbuf(s, NULL);
  printf("setbuf NULL");
  steps(s);
  s = fopen(NAME, "w");
  setbuf(s, large);
  printf("setbuf");
  steps(s);
  s = fopen(NAME, "w");
  setlinebuf(s);
  printf("setlinebuf");
  steps(s);
  printf("%d\n", setvbuf(stdin, NULL, 99, 0) != 0);
  s = fopen(NAME, "w");
  fputs("once ", s);
  fflush(stdout);
  if (fork() == 0) {
    fputs("child\n", s);
    fclose(s);
    _exit(0);
  }
  wait(NULL);
  fputs("parent\n", s);
  fclose(s);
  s = fopen(NAME, "r");
  char line[80];
  while (fgets(line, sizeof line, s)) fputs(line, stdout);
  fclose(s);
  remove(NAME);
  return 0;
}
