/* ln(1): hard links, and symbolic ones with -s; -f replaces, -v tells. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

static int symbolic, force, verbose;

static void make(const char *target, const char *name) {
  struct stat about;
  if (!symbolic && lstat(target, &about) < 0) {
    complain_errno("failed to access '%s'", target);
    return;
  }
  if (!symbolic && S_ISDIR(about.st_mode)) {
    complain("%s: hard link not allowed for directory", target);
    return;
  }
  if (force) unlink(name);
  if ((symbolic ? symlink(target, name) : link(target, name)) < 0)
    complain_errno(symbolic ? "failed to create symbolic link '%s'" : "failed to create hard link '%s'", name);
  else if (verbose) printf("'%s' %s '%s'\n", name, symbolic ? "->" : "=>", target);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "sfvn")) != -1) {
    if (option == '?') bad_option(1);
    symbolic |= option == 's';
    force |= option == 'f';
    verbose |= option == 'v';
  }
  int count = argc - optind;
  if (count == 0) {
    complain("missing file operand");
    bad_option(1);
  }
  const char *last = argv[argc - 1];
  if (count == 1) {
    make(last, last_part(last));
  } else if (!is_folder(last)) {
    if (count > 2) give_up(1, "target '%s' is not a directory", last);
    make(argv[optind], last);
  } else {
    for (int i = optind; i < argc - 1; i++) {
      char *name = path_in(last, last_part(argv[i]));
      make(argv[i], name);
      free(name);
    }
  }
  return finish_output();
}
