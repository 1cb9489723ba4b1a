/* uniq(1): -c counts, -d only repeated, -u only unique, -i without case; [input [output]]. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

static int counts, repeated, unique, folds;

static void show(const char *line, long count) {
  if ((repeated && count == 1) || (unique && count > 1)) return;
  if (counts) printf("%7ld ", count);
  puts(line);
}

int main(int argc, char *argv[]) {
  begin_program(argv);
  int option;
  while ((option = getopt(argc, argv, "cdui")) != -1) {
    if (option == '?') bad_option(1);
    counts |= option == 'c';
    repeated |= option == 'd';
    unique |= option == 'u';
    folds |= option == 'i';
  }
  FILE *file = open_input(optind < argc ? argv[optind] : "-");
  if (!file) return 1;
  if (optind + 1 < argc && !freopen(argv[optind + 1], "w", stdout)) {
    complain_errno("%s", argv[optind + 1]);
    return 1;
  }
  char *line, *last = NULL;
  long count = 0;
  for (ssize_t n; (n = next_line(file, &line)) > 0;) {
    if (line[n - 1] == '\n') line[n - 1] = '\0';
    if (last && (folds ? strcasecmp(last, line) : strcmp(last, line)) == 0) {
      count++;
      continue;
    }
    if (last) show(last, count);
    free(last);
    last = strdup(line);
    count = 1;
  }
  if (last) show(last, count);
  return finish_output();
}
