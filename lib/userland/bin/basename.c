/* basename(1): the last part of a path, without a suffix; -a and -s for several. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"

static void show(char *path, const char *suffix) {
  size_t n = strlen(path);
  while (n > 1 && path[n - 1] == '/') path[--n] = '\0';
  char *name = n > 1 && strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
  size_t ends = strlen(suffix), length = strlen(name);
  if (ends > 0 && length > ends && strcmp(name + length - ends, suffix) == 0) name[length - ends] = '\0';
  puts(name);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int several = 0, option;
  const char *suffix = "";
  while ((option = getopt(argc, argv, "+as:")) != -1) {
    if (option == '?') bad_option(1);
    several = 1;
    if (option == 's') suffix = optarg;
  }
  if (optind == argc) missing_operand(argc, argv, argc);
  if (!several && argc - optind > 2) {
    complain("extra operand '%s'", argv[optind + 2]);
    bad_option(1);
  }
  if (!several && argc - optind == 2) suffix = argv[--argc];
  for (int i = optind; i < argc; i++) show(argv[i], suffix);
  return finish_output();
}
