/* uname(1): -s -n -r -v -m -p -o -a */
#include <stdio.h>
#include <sys/utsname.h>
#include <unistd.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  struct utsname machine;
  int wanted[128] = {0}, any = 0, option;
  while ((option = getopt(argc, argv, "asnrvmpio")) != -1) {
    if (option == '?') bad_option(1);
    any = wanted[option] = 1;
  }
  if (uname(&machine) < 0) give_up(1, "cannot get system name");
  const char order[] = "snrvmo";
  const char *const values[] = {machine.sysname, machine.nodename, machine.release, machine.version, machine.machine, "GNU/Linux"};
  if (!any) wanted['s'] = 1;
  int shown = 0;
  for (int k = 0; order[k]; k++) {
    int also = order[k] == 'm' && (wanted['p'] || wanted['i']);
    if (wanted['a'] || wanted[(int)order[k]] || also) printf("%s%s", shown++ ? " " : "", values[k]);
  }
  putchar('\n');
  return finish_output();
}
