#include <stdlib.h>
int main(int argc, char **argv) {
  (void)argc;
  return atoi(argv[1]); // ERROR: null-pointer
}
