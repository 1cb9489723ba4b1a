#include <string.h>
static void fill(char *to, int n) {
  memset(to, '-', n); // ERROR: out-of-bounds
}
int main(void) {
  char rule[10];
  fill(rule, 11);
  return 0;
}
