/* yes(1): its arguments, or y, until somebody ends it. */
#include <stdio.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  for (;;) {
    if (argc < 2) fputs("y", stdout);
    for (int i = 1; i < argc; i++) printf("%s%s", i > 1 ? " " : "", argv[i]);
    putchar('\n');
    if (ferror(stdout)) return finish_output();
  }
}
