#include <string.h>
int main(void) {
  int small[2] = {1, 2}, large[8];
  memcpy(large, small, sizeof large); // ERROR: out-of-bounds
  return large[0];
}
