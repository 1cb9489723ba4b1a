#include <stdio.h>
/* C11 6.9.1:12: falling off the end matters only if somebody uses the value. */
static int greet(const char *name) { printf("hello, %s\n", name); }
static int pick(int n) { if (n) return 7; }
int main(void) {
  greet("you");
  pick(0);
  greet("me"), (void)pick(0);
  int x = pick(3);
  for (int i = 0; i < 2; i++) pick(i - 1);
  printf("%d\n", x + pick(1));
}
