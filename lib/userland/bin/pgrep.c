/* pgrep(1) and pkill(1): processes by a pattern of their name; -f of the whole command, -x exactly, -l -a -c -n -o -v -P -SIGNAL. */
#include <errno.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "complain.h"
#include "process-list.h"
#include "signal-names.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int kills = strcmp(program_name, "pkill") == 0, signal_number = SIGTERM;
  int whole_command = 0, exact = 0, names = 0, commands = 0, only_count = 0, newest = 0, oldest = 0, invert = 0, fold = 0;
  pid_t parent = 0;
  int option;
  if (kills && argc > 1 && argv[1][0] == '-' && number_of_signal(argv[1] + 1) > 0) {
    signal_number = number_of_signal(argv[1] + 1);
    argv[1] = argv[0];
    argv++;
    argc--;
  }
  while ((option = getopt(argc, argv, "fxlacnoviP:")) != -1) {
    switch (option) {
      case 'f': whole_command = 1; break;
      case 'x': exact = 1; break;
      case 'l': names = 1; break;
      case 'a': commands = 1; break;
      case 'c': only_count = 1; break;
      case 'n': newest = 1; break;
      case 'o': oldest = 1; break;
      case 'v': invert = 1; break;
      case 'i': fold = 1; break;
      case 'P': parent = (pid_t)atol(optarg); break;
      default: bad_option(2);
    }
  }
  if (optind == argc && !parent) {
    complain("no matching criteria specified");
    bad_option(2);
  }
  regex_t pattern;
  if (optind < argc && regcomp(&pattern, argv[optind], REG_EXTENDED | REG_NOSUB * !exact | (fold ? REG_ICASE : 0)) != 0)
    give_up(2, "invalid pattern '%s'", argv[optind]);
  int count, found = 0, chosen = -1;
  struct process *list = list_processes(&count);
  int *hits = more_memory(NULL, (unsigned long)(count + 1) * sizeof *hits);
  for (int i = 0; i < count; i++) {
    if (list[i].pid == getpid()) continue;
    const char *subject = whole_command ? list[i].command : list[i].name;
    regmatch_t match = {0, (regoff_t)strlen(subject)};
    int hit = optind == argc || regexec(&pattern, subject, exact ? 1 : 0, &match, 0) == 0;
    if (hit && exact) hit = match.rm_so == 0 && subject[match.rm_eo] == '\0';
    if (parent && list[i].parent != parent) hit = 0;
    if (hit == invert) continue;
    hits[found++] = i;
    if (chosen < 0 || (newest && list[i].start_ticks >= list[chosen].start_ticks) ||
        (oldest && list[i].start_ticks < list[chosen].start_ticks))
      chosen = i;
  }
  if ((newest || oldest) && found > 0) {
    found = 1;
    hits[0] = chosen;
  }
  for (int k = 0; k < found && !only_count; k++) {
    const struct process *process = &list[hits[k]];
    if (kills) {
      if (kill(process->pid, signal_number) < 0) complain("killing pid %d failed: %s", (int)process->pid, strerror(errno));
    } else if (commands || names) {
      printf("%d %s\n", (int)process->pid, commands ? process->command : process->name);
    } else {
      printf("%d\n", (int)process->pid);
    }
  }
  if (only_count) printf("%d\n", found);
  fflush(stdout);
  return found == 0;
}
