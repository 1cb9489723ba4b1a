/* rev(1): each line backwards. */
#include <stdio.h>
#include "complain.h"
#include "line-input.h"

static void reverse(FILE *file, const char *name) {
  (void)name;
  char *line;
  for (ssize_t n; (n = next_line(file, &line)) > 0;) {
    int newline = line[n - 1] == '\n';
    for (ssize_t i = n - 1 - newline; i >= 0; i--) putchar(line[i]);
    if (newline) putchar('\n');
  }
}

int main(int argc, char *argv[]) {
  (void)argc;
  begin_program(argv);
  each_input(argv + 1, reverse);
  return finish_output();
}
