/* nice(1): a command with a lower priority, 10 or -n; alone it shows the present one. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int by = 10, given = 0, option;
  if (argc > 1 && argv[1][0] == '-' && argv[1][1] >= '0' && argv[1][1] <= '9') {
    by = atoi(argv[1] + 1);
    given = 1;
    argv[1] = argv[0];
    argv++;
    argc--;
  }
  while ((option = getopt(argc, argv, "+n:")) != -1) {
    if (option == '?') bad_option(125);
    char *end;
    by = (int)strtol(optarg, &end, 10);
    given = 1;
    if (*end != '\0' || end == optarg) give_up(125, "invalid adjustment '%s'", optarg);
  }
  if (optind == argc) {
    if (given) {
      complain("a command must be given with an adjustment");
      bad_option(125);
    }
    printf("%d\n", nice(0));
    return finish_output();
  }
  errno = 0;
  if (nice(by) == -1 && errno != 0) complain_errno("cannot set niceness");
  execvp(argv[optind], argv + optind);
  int missing = errno == ENOENT;
  complain_errno("%s", argv[optind]);
  return missing ? 127 : 126;
}
