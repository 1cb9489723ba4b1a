#include <stdio.h>
int main(void) {
  int age;
  sscanf("unknown", "%d", &age);
  if (age > 17) // ERROR: uninitialized
    puts("adult");
  return 0;
}
