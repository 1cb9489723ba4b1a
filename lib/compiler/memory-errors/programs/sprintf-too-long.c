#include <stdio.h>
int main(void) {
  char text[8];
  sprintf(text, "%d items", 1000); // ERROR: out-of-bounds
  puts(text);
  return 0;
}
