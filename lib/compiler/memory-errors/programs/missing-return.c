#include <stdio.h>
static int sign(int n) {
  if (n > 0)
    return 1;
  if (n < 0)
    return -1;
} // ERROR: missing-return
int main(void) {
  printf("%d\n", sign(3));
  sign(0);
  int s = sign(0);
  printf("%d\n", s > 100);
  return 0;
}
