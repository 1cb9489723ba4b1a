#include <string.h>
struct date { int day, month, year; };
int main(void) {
  struct date a, b;
  a.day = 1;
  a.month = 2;
  memcpy(&b, &a, sizeof b);
  return b.day + b.year; // ERROR: uninitialized
}
