#include <stdlib.h>
int main(void) {
  int numbers[10] = {0};
  int *p = numbers;
  free(p); // ERROR: invalid-free
  return 0;
}
