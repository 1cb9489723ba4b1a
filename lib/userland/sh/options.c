/* Options of the shell: `sh -e`, `set -o errexit`, $-. */
#include "shell.h"
#include <stdio.h>
#include <string.h>

struct options options;

static const struct named_option {
  char letter;
  const char *name;
  bool *value;
} named[] = {{'a', "allexport", &options.all_exported}, {'C', "noclobber", &options.no_clobber},
             {'e', "errexit", &options.exit_on_error},  {'f', "noglob", &options.no_glob},
             {'I', "ignoreeof", &options.ignore_end},   {'i', "interactive", &options.interactive},
             {'m', "monitor", &options.monitor},        {'n', "noexec", &options.no_execute},
             {'b', "notify", &options.notify},          {'s', "stdin", &options.standard_input},
             {'u', "nounset", &options.unset_is_error}, {'v', "verbose", &options.verbose},
             {'x', "xtrace", &options.trace}};
enum { OPTIONS = sizeof named / sizeof *named };

static void give(const struct named_option *option, bool on) {
  bool before = *option->value;
  *option->value = on;
  if (option->letter == 'm' && before != on && shell_pid != 0) set_job_control(on);
}

bool set_option(char letter, bool on) {
  for (int i = 0; i < OPTIONS; i++) {
    if (named[i].letter != letter) continue;
    give(&named[i], on);
    return true;
  }
  return false;
}

bool set_named_option(const char *name, bool on) {
  for (int i = 0; i < OPTIONS; i++) {
    if (strcmp(named[i].name, name) != 0) continue;
    give(&named[i], on);
    return true;
  }
  return false;
}

void show_options(bool as_commands) {
  if (!as_commands) puts("Current option settings");
  for (int i = 0; i < OPTIONS; i++) {
    if (as_commands) printf("set %co %s\n", *named[i].value ? '-' : '+', named[i].name);
    else printf("%-16s%s\n", named[i].name, *named[i].value ? "on" : "off");
  }
}

char *option_letters(void) {
  struct text letters = {0};
  for (int i = 0; i < OPTIONS; i++)
    if (*named[i].value) text_add(&letters, named[i].letter);
  return text_end(&letters);
}
