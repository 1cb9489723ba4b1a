#include <stddef.h>
int main(void) {
  int *p = NULL;
  *p = 1; // ERROR: null-pointer
  return 0;
}
