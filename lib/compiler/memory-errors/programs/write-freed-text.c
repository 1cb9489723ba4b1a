#include <stdlib.h>
#include <string.h>
int main(void) {
  char *name = strdup("name");
  free(name);
  strcpy(name, "x"); // ERROR: use-after-free
  return 0;
}
