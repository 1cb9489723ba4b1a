#include <stddef.h>
int main(void) {
  int (*compute)(int) = NULL;
  return compute(3); // ERROR: bad-call
}
