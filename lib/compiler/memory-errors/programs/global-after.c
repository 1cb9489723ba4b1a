#include <stdio.h>
int days[12];
int main(void) {
  for (int month = 1; month <= 12; month++)
    days[month] = 30; // ERROR: out-of-bounds
  printf("%d\n", days[1]);
  return 0;
}
