#include "signal-names.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const char *const names[] = {NULL,   "HUP",  "INT",  "QUIT", "ILL",    "TRAP", "ABRT",   "BUS",
                                    "FPE",  "KILL", "USR1", "SEGV", "USR2",   "PIPE", "ALRM",   "TERM",
                                    "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN", "TTOU",   "URG",
                                    "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",  "PWR",    "SYS"};
enum { COUNT = sizeof names / sizeof *names };

const char *name_of_signal(int number) {
  return number > 0 && number < COUNT ? names[number] : NULL;
}

int number_of_signal(const char *text) {
  if (*text >= '0' && *text <= '9') {
    char *end;
    long number = strtol(text, &end, 10);
    return *end == '\0' && number < 65 ? (int)number : -1;
  }
  if (strncasecmp(text, "SIG", 3) == 0) text += 3;
  for (int number = 1; number < COUNT; number++)
    if (strcasecmp(names[number], text) == 0) return number;
  if (strcasecmp(text, "CLD") == 0) return 17;
  if (strcasecmp(text, "POLL") == 0) return 29;
  return -1;
}
