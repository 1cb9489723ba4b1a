/* dirname(1): a path without its last part. */
#include <stdio.h>
#include <string.h>
#include "complain.h"

int main(int argc, char *argv[]) {
  begin_program(argv);
  if (argc < 2) missing_operand(argc, argv, 1);
  for (int i = 1; i < argc; i++) {
    size_t n = strlen(argv[i]);
    while (n > 1 && argv[i][n - 1] == '/') n--;
    while (n > 0 && argv[i][n - 1] != '/') n--;
    while (n > 1 && argv[i][n - 1] == '/') n--;
    if (n == 0) puts(".");
    else printf("%.*s\n", (int)n, argv[i]);
  }
  return finish_output();
}
