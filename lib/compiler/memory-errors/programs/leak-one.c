#include <stdlib.h>
int main(void) {
  int *p = malloc(100); // ERROR: leak
  *p = 1;
  return 0;
}
