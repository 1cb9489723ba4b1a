#include <stdio.h>
int main(void) {
  int age = 7;
  const char *format = "%d";
  if (sscanf("19", format, age) == 1) // ERROR: null-pointer
    printf("%d\n", age);
  return 0;
}
