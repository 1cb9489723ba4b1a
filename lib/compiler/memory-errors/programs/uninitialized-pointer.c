#include <stdlib.h>
struct item { int *value; };
int main(void) {
  struct item *item = malloc(sizeof *item);
  int *value = item->value; // ERROR: uninitialized
  free(item);
  return value == NULL;
}
