/* which(1): where PATH finds programs; -a all of them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"

static int is_program(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, X_OK) == 0;
}

static int show(const char *name, int all) {
  if (strchr(name, '/')) {
    if (!is_program(name)) return 0;
    puts(name);
    return 1;
  }
  int found = 0;
  const char *at = getenv("PATH");
  while (at && (all || !found)) {
    size_t n = strcspn(at, ":");
    char path[4096];
    snprintf(path, sizeof path, "%.*s/%s", (int)n, at, name);
    if (is_program(path)) {
      puts(path);
      found = 1;
    }
    at = at[n] == ':' ? at + n + 1 : NULL;
  }
  return found;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int all = 0, option, status = 0;
  while ((option = getopt(argc, argv, "a")) != -1) {
    if (option == '?') bad_option(2);
    all = 1;
  }
  for (int i = optind; i < argc; i++)
    if (!show(argv[i], all)) status = 1;
  return status;
}
