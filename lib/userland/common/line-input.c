#include "line-input.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "complain.h"

const char *input_failure = "%s";

FILE *open_input(const char *name) {
  if (strcmp(name, "-") == 0) return stdin;
  FILE *file = fopen(name, "r");
  struct stat about;
  if (file && fstat(fileno(file), &about) == 0 && S_ISDIR(about.st_mode)) {
    fclose(file);
    errno = EISDIR;
    file = NULL;
  }
  if (!file) complain_errno(input_failure, name);
  return file;
}

void close_input(FILE *file) {
  if (file != stdin) fclose(file);
}

void each_input(char **names, void (*act)(FILE *file, const char *name)) {
  static char *standard[] = {"-", NULL};
  if (!*names) names = standard;
  for (; *names; names++) {
    FILE *file = open_input(*names);
    if (!file) continue;
    act(file, *names);
    close_input(file);
  }
}

ssize_t next_line(FILE *file, char **line) {
  static char *buffer;
  static size_t room;
  ssize_t n = getline(&buffer, &room, file);
  *line = buffer;
  return n;
}
