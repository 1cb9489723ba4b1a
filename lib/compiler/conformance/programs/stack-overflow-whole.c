/* Recursion without end: SIGSEGV. */
#include <unistd.h>

static int forever(int n) {
  int room[100];
  room[n % 100] = n;
  return forever(n + 1) + room[n % 100];
}

int main(void) {
  write(1, "deep\n", 5);
  return forever(1);
}
