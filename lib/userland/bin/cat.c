/* cat(1): -n numbers the lines; - is standard input. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int number_lines;
static int line = 1;
static int at_line_start = 1;

static int copy_plain(int fd) {
  char buffer[4096];
  ssize_t n;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) {
    for (ssize_t done = 0; done < n;) {
      ssize_t written = write(1, buffer + done, (size_t)(n - done));
      if (written < 0) return -1;
      done += written;
    }
  }
  return (int)n;
}

static int copy_numbered(int fd) {
  char buffer[4096];
  ssize_t n;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) {
    for (ssize_t i = 0; i < n; i++) {
      if (at_line_start) printf("%6d\t", line++);
      at_line_start = buffer[i] == '\n';
      putchar(buffer[i]);
    }
    fflush(stdout);
  }
  return (int)n;
}

static int copy(const char *name) {
  int fd = strcmp(name, "-") == 0 ? 0 : open(name, O_RDONLY);
  int result = fd < 0 ? -1 : number_lines ? copy_numbered(fd) : copy_plain(fd);
  if (result < 0) fprintf(stderr, "cat: %s: %s\n", name, strerror(errno));
  if (fd > 0) close(fd);
  return result < 0;
}

int main(int argc, char *argv[]) {
  int failed = 0;
  int first = 1;
  if (argc > 1 && strcmp(argv[1], "-n") == 0) {
    number_lines = 1;
    first = 2;
  }
  if (first == argc) return copy("-");
  for (int i = first; i < argc; i++) failed |= copy(argv[i]);
  return failed;
}
