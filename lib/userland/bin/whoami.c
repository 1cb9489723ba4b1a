/* whoami(1): the user's name, from /etc/passwd. */
#include <stdio.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"

int main(int argc, char *argv[]) {
  (void)argc;
  begin_program(argv);
  puts(user_name(geteuid()));
  return finish_output();
}
