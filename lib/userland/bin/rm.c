/* rm(1): -r -R, -f, -i, -v, -d. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"
#include "file-tree.h"

static int recursive, force, asks, verbose, empty_folders;

static void finish(int result, const char *path, const char *what) {
  if (result < 0) {
    if (!(force && errno == ENOENT)) complain_errno("cannot remove '%s'", path);
  } else if (verbose) {
    printf("removed %s'%s'\n", what, path);
  }
}

static void remove_path(const char *path) {
  struct stat about;
  if (lstat(path, &about) < 0) {
    if (!(force && (errno == ENOENT || errno == ENOTDIR))) complain_errno("cannot remove '%s'", path);
    return;
  }
  if (!S_ISDIR(about.st_mode)) {
    const char *question = about.st_size == 0 ? "remove regular empty file '%s'? " : "remove regular file '%s'? ";
    if (!asks || ask(question, path)) finish(unlink(path), path, "");
    return;
  }
  if (empty_folders && !recursive) {
    finish(rmdir(path), path, "directory ");
    return;
  }
  if (!recursive) {
    errno = EISDIR;
    complain_errno("cannot remove '%s'", path);
    return;
  }
  int count;
  if (asks && !ask("descend into directory '%s'? ", path)) return;
  char **names = names_in(path, &count);
  if (!names) {
    complain_errno("cannot remove '%s'", path);
    return;
  }
  for (int i = 0; i < count; i++) {
    char *inner = path_in(path, names[i]);
    remove_path(inner);
    free(inner);
  }
  free_names(names, count);
  if (!asks || ask("remove directory '%s'? ", path)) finish(rmdir(path), path, "directory ");
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "rRfivdI")) != -1) {
    if (option == '?') bad_option(1);
    recursive |= option == 'r' || option == 'R';
    verbose |= option == 'v';
    empty_folders |= option == 'd';
    if (option == 'f') force = 1, asks = 0;
    if (option == 'i') asks = 1, force = 0;
  }
  if (optind == argc && !force) missing_operand(argc, argv, argc);
  for (int i = optind; i < argc; i++) {
    const char *name = last_part(argv[i]);
    if (recursive && (strcmp(name, ".") == 0 || strcmp(name, "..") == 0))
      complain("refusing to remove '.' or '..' directory: skipping '%s'", argv[i]);
    else remove_path(argv[i]);
  }
  return finish_output();
}
