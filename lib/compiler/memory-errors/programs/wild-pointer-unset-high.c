#include <string.h>
int main(void) {
  char *p;
  memset(&p, 0x5a, sizeof p);
  p[0] = 'x'; // ERROR: wild-pointer
  return 0;
}
