#include <unistd.h>
int main(void) {
  char *argv[2];
  argv[0] = "ls";
  argv[1] = "-l";
  execvp(argv[0], argv); // ERROR: out-of-bounds
  return 0;
}
