#include <stdio.h>
#include <string.h>
int main(void) {
  char text[20] = "abcdefghij";
  memcpy(text + 2, text, 8); // ERROR: overlapping-copy
  puts(text);
  return 0;
}
