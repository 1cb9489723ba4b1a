/* nl(1): numbers the lines that aren't empty, or all with -b a. */
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

static int all, none, width = 6;
static long number = 1, step = 1;
static const char *separator = "\t";

static void show(FILE *file, const char *name) {
  (void)name;
  char *line;
  for (ssize_t n; (n = next_line(file, &line)) > 0;) {
    if (line[n - 1] == '\n') line[n - 1] = '\0';
    if (!none && (all || line[0] != '\0')) {
      printf("%*ld%s%s\n", width, number, separator, line);
      number += step;
    } else {
      printf("%*s%s\n", width + (int)strlen(separator), "", line);
    }
  }
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "b:w:s:v:i:")) != -1) {
    switch (option) {
      case 'b':
        all = optarg[0] == 'a';
        none = optarg[0] == 'n';
        break;
      case 'w':
        width = atoi(optarg);
        break;
      case 's':
        separator = optarg;
        break;
      case 'v':
        number = atol(optarg);
        break;
      case 'i':
        step = atol(optarg);
        break;
      default:
        bad_option(1);
    }
  }
  each_input(argv + optind, show);
  return finish_output();
}
