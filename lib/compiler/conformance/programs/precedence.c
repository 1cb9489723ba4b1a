/* Precedence and associativity of all operators. */
#include <stdio.h>

int main(void) {
  int a = 2, b = 3, c = 4, x, y;
  printf("%d %d %d\n", a + b * c, (a + b) * c, a - b - c);
  printf("%d %d %d\n", 100 / 5 / 2, 100 % 7 * 3, -a * b);
  printf("%d %d\n", 1 << 2 + 1, (1 << 2) + 1);
  printf("%d %d\n", a < b == 1, a < (b == 1));
  printf("%d %d\n", 6 & 3 == 3, (6 & 3) == 3);
  printf("%d %d %d\n", 1 | 2 ^ 3 & 1, 1 || 0 && 0, (1 || 0) && 0);
  printf("%d\n", a > 1 ? b > 5 ? 1 : 2 : 3);
  x = y = 7;
  printf("%d %d\n", x, y);
  x += y -= 2;
  printf("%d %d\n", x, y);
  printf("%d\n", (x = 1, y = 2, x + y));
  printf("%d %d\n", !a + 1, !(a + 1));
  printf("%d %d\n", ~a & 0xff, ~(a & 0xff));
  int v[] = {10, 20, 30}, *p = v;
  printf("%d ", *p++);
  printf("%d ", *++p);
  printf("%d ", ++*p);
  printf("%d\n", (*p)--);
  printf("%d %d %d\n", v[0], v[1], v[2]);
  printf("%d\n", -a - -b);
  printf("%d\n", a+++b);
  printf("%d\n", sizeof a + 1 > 4);
  printf("%d\n", a == 3 && b == 3 || c == 0);
  return 0;
}
