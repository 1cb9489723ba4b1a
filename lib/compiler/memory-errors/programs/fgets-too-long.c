#include <stdio.h>
int main(void) {
  FILE *f = fopen("/tmp/line.txt", "w+");
  fputs("a line that is longer than the array\n", f);
  rewind(f);
  char line[10];
  fgets(line, 100, f); // ERROR: out-of-bounds
  fclose(f);
  return 0;
}
