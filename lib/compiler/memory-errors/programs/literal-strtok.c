#include <stdio.h>
#include <string.h>
int main(void) {
  char *list = "a,b,c";
  puts(strtok(list, ",")); // ERROR: read-only
  return 0;
}
