/* fopen's modes: what may be done, where it goes, what is created. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NAME "libc-stream-modes.tmp"

static void contents(void) {
  FILE *s = fopen(NAME, "r");
  char text[100];
  size_t n = s ? fread(text, 1, sizeof text, s) : 0;
  if (s) fclose(s);
  printf("[%.*s]\n", (int)n, text);
}

static void try(const char *mode) {
  errno = 0;
  FILE *s = fopen(NAME, mode);
  if (!s) {
    printf("%-4s fails: %s\n", mode, strerror(errno));
    return;
  }
  int fd = fileno(s);
  int flags = fcntl(fd, F_GETFL);
  printf("%-4s access %d append %d cloexec %d at %ld", mode, flags & O_ACCMODE, (flags & O_APPEND) != 0, (fcntl(fd, F_GETFD) & FD_CLOEXEC) != 0, ftell(s));
  errno = 0;
  int c = fgetc(s);
  printf(" get %d error %d errno %d", c, ferror(s) != 0, errno);
  clearerr(s);
  fseek(s, 0, SEEK_CUR);
  errno = 0;
  int p = fputc('W', s);
  printf(" put %d error %d errno %d at %ld\n", p, ferror(s) != 0, errno, ftell(s));
  fclose(s);
  contents();
}

int main(void) {
  remove(NAME);
  static const char *const modes[] = {"r", "wx", "wx", "r", "r+", "a", "a+", "rb", "r+b", "rb+", "w", "w+", "ab", "a+b", "re", "we", "w+x", "q", "", "rw", "+r"};
  for (int i = 0; i < (int)(sizeof modes / sizeof *modes); i++) try(modes[i]);
  FILE *s = fopen(NAME, "w+");
  fputs("hello world", s);
  fseek(s, 0, SEEK_SET);
  char text[20];
  printf("%s", fgets(text, 6, s));
  fseek(s, 0, SEEK_CUR);
  fputs("WORLD", s);
  fseek(s, -3, SEEK_END);
  printf(" %ld %s\n", ftell(s), fgets(text, 20, s));
  fclose(s);
  contents();
  int fd = open(NAME, O_RDONLY);
  errno = 0;
  printf("%d", fdopen(fd, "w") == NULL);
  printf(" %d\n", errno == EINVAL);
  s = fdopen(fd, "r");
  printf("%s %d\n", fgets(text, 20, s), fileno(s) == fd);
  fclose(s);
  errno = 0;
  printf("%d %d\n", close(fd), errno == EBADF);
  printf("%d\n", remove(NAME));
  printf("%d %d\n", remove(NAME), errno == ENOENT);
  return 0;
}
