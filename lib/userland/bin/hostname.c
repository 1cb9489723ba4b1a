/* hostname(1): the machine's name. */
#include <stdio.h>
#include <string.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  (void)argc;
  begin_program(argv);
  FILE *file = fopen("/proc/sys/kernel/hostname", "r");
  if (!file) file = fopen("/etc/hostname", "r");
  char name[256];
  if (!file || !fgets(name, sizeof name, file)) give_up(1, "the name is not known");
  name[strcspn(name, "\n")] = '\0';
  puts(name);
  return finish_output();
}
