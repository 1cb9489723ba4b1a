#include <string.h>
int main(void) {
  char a[6], b[6];
  memset(a, 'x', 6);
  memset(b, 'x', 3);
  return memcmp(a, b, 6) == 0; // ERROR: uninitialized
}
