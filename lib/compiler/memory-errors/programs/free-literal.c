#include <stdlib.h>
int main(void) {
  char *name = "nobody";
  free(name); // ERROR: invalid-free
  return 0;
}
