/* cp(1): -r -R -a, -p, -f, -i, -n, -v, -t, -L -P. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "copy-file.h"
#include "file-tree.h"

static int no_folder(const char *path) {
  errno = access(path, F_OK) == 0 ? ENOTDIR : ENOENT;
  complain_errno("target '%s'", path);
  return 1;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  struct copying how = {0};
  const char *folder = NULL;
  int follow = -1, option;
  while ((option = getopt(argc, argv, "rRapfinvt:LPd")) != -1) {
    if (option == '?') bad_option(1);
    how.recursive |= option == 'r' || option == 'R' || option == 'a';
    how.keep |= option == 'p' || option == 'a';
    how.force |= option == 'f';
    how.asks |= option == 'i';
    how.keep_existing |= option == 'n';
    how.verbose |= option == 'v';
    if (option == 'P' || option == 'd' || option == 'a') follow = 0;
    if (option == 'L') follow = 1;
    if (option == 't') folder = optarg;
  }
  how.follow = follow >= 0 ? follow : !how.recursive;
  int count = argc - optind;
  if (count == 0 || (count == 1 && !folder)) {
    if (count == 0) complain("missing file operand");
    else complain("missing destination file operand after '%s'", argv[optind]);
    bad_option(1);
  }
  if (!folder) {
    const char *last = argv[argc - 1];
    if (is_folder(last)) folder = argv[--argc];
    else if (count > 2) return no_folder(last);
    else {
      copy_path(argv[optind], last, &how);
      return finish_output();
    }
  }
  for (int i = optind; i < argc; i++) {
    char *name = strdup(last_part(argv[i])), *to;
    for (size_t n = strlen(name); n > 1 && name[n - 1] == '/'; n--) name[n - 1] = '\0';
    to = path_in(folder, name);
    copy_path(argv[i], to, &how);
    free(to);
    free(name);
  }
  return finish_output();
}
