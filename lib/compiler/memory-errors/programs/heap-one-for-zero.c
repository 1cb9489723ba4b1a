#include <stdlib.h>
#include <string.h>
int main(void) {
  const char *name = "Ada Lovelace";
  char *copy = malloc(strlen(name));
  strcpy(copy, name); // ERROR: out-of-bounds
  free(copy);
  return 0;
}
