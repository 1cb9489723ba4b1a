/* <time.h>: seconds, differences, processor time. */
#include <stdio.h>
#include <time.h>

int main(void) {
  time_t t = 1700000000;
  printf("%d\n", time(NULL) > 0);
  printf("%g\n", difftime(t + 90, t));
  clock_t c = clock();
  printf("%d\n", c >= 0);
  return 0;
}
