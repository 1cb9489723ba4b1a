/* echo(1) as in coreutils: -n leaves out the newline, -e interprets backslashes, -E doesn't. */
#include <stdio.h>
#include <string.h>
#include "printf-command.h"

int main(int argc, char *argv[]) {
  int newline = 1, escapes = 0, i = 1;
  for (; i < argc && argv[i][0] == '-' && argv[i][1] != '\0'; i++) {
    if (argv[i][strspn(argv[i] + 1, "neE") + 1] != '\0') break;
    for (const char *letter = argv[i] + 1; *letter; letter++) {
      if (*letter == 'n') newline = 0;
      else escapes = *letter == 'e';
    }
  }
  for (; i < argc; i++) {
    if (!escapes) fputs(argv[i], stdout);
    else if (print_escaped(argv[i]) == PRINT_STOP) return 0;
    if (i + 1 < argc) putchar(' ');
  }
  if (newline) putchar('\n');
  return 0;
}
