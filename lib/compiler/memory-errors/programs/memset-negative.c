#include <string.h>
int main(void) {
  char text[8];
  int used = 9;
  memset(text, 0, sizeof text - used); // ERROR: out-of-bounds
  return 0;
}
