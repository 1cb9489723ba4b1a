#include <stdlib.h>
#include <string.h>
int main(void) {
  char *text = malloc(20);
  strcat(text, "first"); // ERROR: uninitialized
  free(text);
  return 0;
}
