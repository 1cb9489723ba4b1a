/* What the parts of sed share: the script as it was read. */
#ifndef SED_H
#define SED_H
#include <regex.h>

enum { WRONG_SCRIPT = 1, NO_INPUT = 2 };

struct address {
  enum { NONE, LINE, LAST, PATTERN } kind;
  long line;
  regex_t *pattern; /* NULL: the one used last */
};

struct command {
  struct address first, second;
  int negated, in_range;
  char name;
  regex_t *pattern;
  char *text; /* what s puts in, what a, i and c print, y's first set */
  char *other; /* y's second */
  int everywhere, prints, nth;
  int after; /* of {: the command behind its } */
};

extern struct command *commands;
extern int command_count;
/* Of regcomp: -E. */
extern int pattern_flags;
void read_script(const char *script);
#endif
