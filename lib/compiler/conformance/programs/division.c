/* Integer division truncates towards zero; remainders have the dividend's sign. */
#include <stdio.h>

int main(void) {
  int a[] = {7, -7, 7, -7, 1, 0, 2147483647, -2147483647, 100};
  int b[] = {2, 2, -2, -2, 3, 5, 10, 10, -7};
  for (int i = 0; i < 9; i++) printf("%d %d\n", a[i] / b[i], a[i] % b[i]);
  unsigned x = 4000000000u;
  printf("%u %u %u\n", x / 7, x % 7, x / 3000000000u);
  printf("%d\n", -1 / 2);
  printf("%u\n", -1 / 2u);
  printf("%ld\n", -1L / 2u);
  char c = -100;
  c /= 7;
  printf("%d\n", c);
  unsigned char uc = 250;
  uc %= 7;
  printf("%d\n", uc);
  long l = -1000000000000;
  l /= 7;
  printf("%ld %ld\n", l, l % 1000);
  int sum = 0;
  for (int i = 1; i < 1000; i++) sum += 1000000 / i - 1000000 % i;
  printf("%d\n", sum);
  return 0;
}
