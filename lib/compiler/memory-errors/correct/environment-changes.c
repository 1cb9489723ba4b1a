// What setenv allocates is the C library's, also when the environment no longer names it.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void) {
  setenv("COLOUR", "red", 1);
  char *before = getenv("COLOUR");
  setenv("COLOUR", "green", 1);
  printf("%s, then %s\n", before, getenv("COLOUR"));
  unsetenv("COLOUR");
  setenv("SIZE", "10", 1);
  clearenv();
  setenv("SIZE", "10", 1);
  char value[16];
  for (int i = 0; i < 20; i++) {
    sprintf(value, "%d", i % 3);
    setenv("SIZE", value, 1);
  }
  puts(getenv("SIZE"));
  return 0;
}
