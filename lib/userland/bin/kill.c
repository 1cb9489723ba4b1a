/* kill(1): -s SIGNAL, -SIGNAL, -l, pids; a negative one is a process group. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include "complain.h"
#include "signal-names.h"

static int list(char **argv) {
  for (; *argv; argv++) {
    int number = number_of_signal(*argv);
    if (number > 128) number -= 128;
    if (number < 0 || !name_of_signal(number)) give_up(1, "unknown signal name %s", *argv);
    if (**argv >= '0' && **argv <= '9') puts(name_of_signal(number));
    else printf("%d\n", number);
  }
  return 0;
}

static int list_all(void) {
  for (int number = 1; number <= 31; number++)
    printf("%s%c", name_of_signal(number), number % 16 == 0 || number == 31 ? '\n' : ' ');
  return 0;
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int signal_number = SIGTERM, i = 1;
  if (argc > 1 && argv[1][0] == '-' && argv[1][1] != '\0') {
    const char *name = argv[1] + 1;
    i = 2;
    if (strcmp(name, "l") == 0 || strcmp(name, "L") == 0) return argc > 2 ? list(argv + 2) : list_all();
    if ((strcmp(name, "s") == 0 || strcmp(name, "n") == 0) && argc > 2) name = argv[i++];
    if (strcmp(name, "-") != 0) signal_number = number_of_signal(name);
    if (signal_number < 0) give_up(1, "unknown signal %s", name);
    if (i < argc && strcmp(argv[i], "--") == 0) i++;
  }
  if (i >= argc) {
    fprintf(stderr, "\nUsage:\n kill [options] <pid> [...]\n");
    return 1;
  }
  for (; i < argc; i++) {
    char *end;
    long pid = strtol(argv[i], &end, 10);
    if (*end != '\0' || end == argv[i]) complain("failed to parse argument: '%s'", argv[i]);
    else if (kill((pid_t)pid, signal_number) < 0) complain("(%ld) - %s", pid, strerror(errno));
  }
  return failures > 0;
}
