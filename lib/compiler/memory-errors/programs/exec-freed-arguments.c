#include <stdlib.h>
#include <unistd.h>
int main(void) {
  char **argv = calloc(2, sizeof *argv);
  argv[0] = "true";
  free(argv);
  execv("/bin/true", argv); // ERROR: use-after-free
  return 0;
}
