#include <stdio.h>
int main(void) {
  int product = 1;
  for (int i = 1; i <= 13; i++)
    product *= i; // ERROR: signed-overflow
  printf("%d\n", product);
  return 0;
}
