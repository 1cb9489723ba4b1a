/* cmp(1): the first difference of two files; -s says nothing, -l lists all. */
#include <stdio.h>
#include <unistd.h>
#include "complain.h"
#include "line-input.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  int silent = 0, list = 0, option;
  while ((option = getopt(argc, argv, "sl")) != -1) {
    if (option == '?') bad_option(2);
    silent |= option == 's';
    list |= option == 'l';
  }
  if (argc - optind < 1) missing_operand(argc, argv, argc);
  const char *a = argv[optind], *b = argc - optind > 1 ? argv[optind + 1] : "-";
  FILE *first = open_input(a), *second = open_input(b);
  if (!first || !second) return 2;
  int differ = 0, last = 0;
  for (long byte = 1, line = 1;; byte++) {
    int c = getc(first), d = getc(second);
    if (c == EOF && d == EOF) break;
    if (c == EOF || d == EOF) {
      if (!silent) {
        fflush(stdout);
        const char *shorter = c == EOF ? a : b;
        if (byte == 1) fprintf(stderr, "cmp: EOF on %s which is empty\n", shorter);
        else if (list) fprintf(stderr, "cmp: EOF on %s after byte %ld\n", shorter, byte - 1);
        else if (last == '\n') fprintf(stderr, "cmp: EOF on %s after byte %ld, line %ld\n", shorter, byte - 1, line - 1);
        else fprintf(stderr, "cmp: EOF on %s after byte %ld, in line %ld\n", shorter, byte - 1, line);
      }
      return 1;
    }
    if (c != d) {
      differ = 1;
      if (list) printf("%ld %3o %3o\n", byte, (unsigned)c, (unsigned)d);
      else {
        if (!silent) printf("%s %s differ: char %ld, line %ld\n", a, b, byte, line);
        return 1;
      }
    }
    if (c == '\n') line++;
    last = c;
  }
  return differ;
}
