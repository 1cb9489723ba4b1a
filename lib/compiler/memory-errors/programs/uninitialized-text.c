#include <stdio.h>
int main(void) {
  char name[20];
  name[0] = 'A';
  name[1] = 'd';
  name[2] = 'a';
  puts(name); // ERROR: uninitialized
  return 0;
}
