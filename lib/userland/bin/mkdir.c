/* mkdir(1): -p makes those above, too; -m mode; -v tells. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"

static int parents, verbose;
static mode_t mode = 0777;

static int make(const char *path, mode_t its_mode) {
  if (mkdir(path, its_mode) < 0) return -1;
  if (verbose) printf("%s: created directory '%s'\n", program_name, path);
  return 0;
}

static void make_with_parents(char *path) {
  for (char *at = path + 1; *at; at++) {
    if (*at != '/') continue;
    *at = '\0';
    int failed = make(path, 0777) < 0 && errno != EEXIST;
    if (failed) complain_errno("cannot create directory '%s'", path);
    *at = '/';
    if (failed) return;
  }
  struct stat about;
  if (make(path, mode) < 0 && !(errno == EEXIST && stat(path, &about) == 0 && S_ISDIR(about.st_mode)))
    complain_errno("cannot create directory '%s'", path);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "pm:v")) != -1) {
    if (option == '?') bad_option(1);
    parents |= option == 'p';
    verbose |= option == 'v';
    if (option == 'm') {
      char *end;
      mode = (mode_t)strtoul(optarg, &end, 8);
      if (*end != '\0' || mode > 07777) give_up(1, "invalid mode '%s'", optarg);
      umask(0);
    }
  }
  if (optind == argc) missing_operand(argc, argv, argc);
  for (int i = optind; i < argc; i++) {
    if (parents) make_with_parents(argv[i]);
    else if (make(argv[i], mode) < 0) complain_errno("cannot create directory '%s'", argv[i]);
  }
  return finish_output();
}
