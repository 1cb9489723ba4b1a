/* id(1): -u, -g, -G, -n for names. */
#include <stdio.h>
#include <unistd.h>
#include "accounts.h"
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option, what = 0, names = 0;
  while ((option = getopt(argc, argv, "ugGn")) != -1) {
    if (option == '?') bad_option(1);
    if (option == 'n') names = 1;
    else what = option;
  }
  uid_t user = geteuid();
  gid_t group = getegid();
  if (what == 'u') names ? puts(user_name(user)) : printf("%u\n", user);
  else if (what) names ? puts(group_name(group)) : printf("%u\n", group);
  else printf("uid=%u(%s) gid=%u(%s) groups=%u(%s)\n", user, user_name(user), group, group_name(group), group, group_name(group));
  return finish_output();
}
