#include <stdio.h>
#include <string.h>
int main(void) {
  char path[12] = "/home";
  strcat(path, "/student"); // ERROR: out-of-bounds
  puts(path);
  return 0;
}
