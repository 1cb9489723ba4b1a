#include <stdio.h>
#include <string.h>
int main(void) {
  char text[20] = "  indented";
  strcpy(text, text + 2); // ERROR: overlapping-copy
  puts(text);
  return 0;
}
