/* rmdir(1): -p removes those above, too; -v tells. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int parents = 0, verbose = 0, option;
  while ((option = getopt(argc, argv, "pv")) != -1) {
    if (option == '?') bad_option(1);
    parents |= option == 'p';
    verbose |= option == 'v';
  }
  if (optind == argc) missing_operand(argc, argv, argc);
  for (int i = optind; i < argc; i++) {
    char *path = argv[i];
    for (;;) {
      if (verbose) printf("rmdir: removing directory, '%s'\n", path);
      if (rmdir(path) < 0) {
        complain_errno("failed to remove '%s'", path);
        break;
      }
      char *slash = strrchr(path, '/');
      if (!parents || !slash || slash == path) break;
      *slash = '\0';
    }
  }
  return finish_output();
}
