#include <stdlib.h>
int main(void) {
  char *p = malloc(13);
  p[12] = 'a';
  p[13] = 0; // ERROR: out-of-bounds
  free(p);
  return 0;
}
