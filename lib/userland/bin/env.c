/* env(1): -i begins with nothing, -u forgets a variable, NAME=value..., then a command; or shows them. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  static char *nothing[] = {NULL};
  int option;
  while ((option = getopt(argc, argv, "+iu:")) != -1) {
    if (option == '?') bad_option(125);
    if (option == 'i') environ = nothing;
    if (option == 'u') unsetenv(optarg);
  }
  int i = optind;
  if (i < argc && strcmp(argv[i], "-") == 0) {
    environ = nothing;
    i++;
  }
  for (; i < argc && strchr(argv[i], '='); i++) putenv(argv[i]);
  if (i == argc) {
    for (char **at = environ; *at; at++) puts(*at);
    return finish_output();
  }
  execvp(argv[i], argv + i);
  int missing = errno == ENOENT;
  complain_errno("'%s'", argv[i]);
  return missing ? 127 : 126;
}
