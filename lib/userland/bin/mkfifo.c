/* mkfifo(1): named pipes; -m mode. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  mode_t mode = 0666;
  int option;
  while ((option = getopt(argc, argv, "m:")) != -1) {
    if (option == '?') bad_option(1);
    char *end;
    mode = (mode_t)strtoul(optarg, &end, 8);
    if (*end != '\0' || mode > 0777) give_up(1, "invalid mode");
    umask(0);
  }
  if (optind == argc) missing_operand(argc, argv, argc);
  for (int i = optind; i < argc; i++)
    if (mkfifo(argv[i], mode) < 0) complain_errno("cannot create fifo '%s'", argv[i]);
  return failures > 0;
}
