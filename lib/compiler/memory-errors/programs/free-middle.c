#include <stdlib.h>
#include <string.h>
int main(void) {
  char *text = strdup("  indented");
  while (*text == ' ')
    text++;
  free(text); // ERROR: invalid-free
  return 0;
}
