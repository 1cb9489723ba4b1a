#include <stdlib.h>
static char table[100];
int main(void) {
  char *p = table;
  free(p); // ERROR: invalid-free
  return 0;
}
