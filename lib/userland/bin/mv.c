/* mv(1): -f, -i, -n, -v, -t. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

static int asks, keeps_existing, verbose;

static void move(const char *from, const char *to) {
  struct stat about, target;
  if (lstat(from, &about) < 0) {
    complain_errno("cannot stat '%s'", from);
    return;
  }
  if (lstat(to, &target) == 0) {
    if (about.st_ino == target.st_ino && about.st_dev == target.st_dev) {
      complain("'%s' and '%s' are the same file", from, to);
      return;
    }
    if (S_ISDIR(target.st_mode) && !S_ISDIR(about.st_mode)) {
      complain("cannot overwrite directory '%s' with non-directory", to);
      return;
    }
    if (!S_ISDIR(target.st_mode) && S_ISDIR(about.st_mode)) {
      complain("cannot overwrite non-directory '%s' with directory '%s'", to, from);
      return;
    }
    if (keeps_existing || (asks && !ask("overwrite '%s'? ", to))) return;
  }
  if (rename(from, to) < 0) {
    if (errno == EINVAL) complain("cannot move '%s' to a subdirectory of itself, '%s'", from, to);
    else complain_errno("cannot move '%s' to '%s'", from, to);
  } else if (verbose) {
    printf("renamed '%s' -> '%s'\n", from, to);
  }
}

static int no_folder(const char *path) {
  errno = access(path, F_OK) == 0 ? ENOTDIR : ENOENT;
  complain_errno("target '%s'", path);
  return 1;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  const char *folder = NULL;
  int option;
  while ((option = getopt(argc, argv, "finvt:")) != -1) {
    if (option == '?') bad_option(1);
    if (option == 'f') asks = keeps_existing = 0;
    if (option == 'i') asks = 1;
    if (option == 'n') keeps_existing = 1;
    if (option == 'v') verbose = 1;
    if (option == 't') folder = optarg;
  }
  int count = argc - optind;
  if (count == 0 || (count == 1 && !folder)) {
    if (count == 0) complain("missing file operand");
    else complain("missing destination file operand after '%s'", argv[optind]);
    bad_option(1);
  }
  if (!folder) {
    if (is_folder(argv[argc - 1])) folder = argv[--argc];
    else if (count > 2) return no_folder(argv[argc - 1]);
    else {
      move(argv[optind], argv[argc - 1]);
      return finish_output();
    }
  }
  for (int i = optind; i < argc; i++) {
    char *name = strdup(last_part(argv[i]));
    for (size_t n = strlen(name); n > 1 && name[n - 1] == '/'; n--) name[n - 1] = '\0';
    char *to = path_in(folder, name);
    move(argv[i], to);
    free(to);
    free(name);
  }
  return finish_output();
}
