/* C11 6.5: precedence and associativity of all operators together, long chains, short circuits, sequence points. */
#include <stdio.h>

static int trace[40], traced;
static int t(int x) {
  trace[traced++] = x;
  return x;
}
static void show(const char *what, int value) {
  printf("%s %d:", what, value);
  for (int i = 0; i < traced; i++) printf(" %d", trace[i]);
  printf("\n");
  traced = 0;
}

int main(void) {
  int a = 1, b = 2, c = 3, d = 4, e = 5;
  printf("%d\n", a + b * c - d / b % c << 1 >> 1 & 7 | 8 ^ 3);
  printf("%d\n", a < b == c > d != e >= d <= b);
  printf("%d\n", !a + ~b - -c + +d);
  printf("%d\n", a ? b ? c : d : e ? a : b);
  printf("%d\n", a = b += c -= d *= 2);
  printf("%d %d %d %d\n", a, b, c, d);
  printf("%d\n", a | b && c & d || e ^ e);
  printf("%d\n", -a * -b - -c);
  printf("%d\n", sizeof a + 1 == 5 && sizeof(a) * 2 == 8 && sizeof(int) - 1 == 3);
  int x[3] = {1, 2, 3}, *p = x;
  printf("%d\n", -*p + !*p + ~*p);
  show("and", t(1) && t(0) && t(2));
  show("or", t(0) || t(3) || t(4));
  show("mixed", t(0) && t(1) || t(2) && t(0) || t(5));
  show("ternary", t(0) ? t(1) : t(2) ? t(3) : t(4));
  show("comma", (t(1), t(2), t(3)));
  show("not", !(t(1) && !t(0)));
  if (t(1) && (t(0) || t(2)) && !t(0)) show("if", 1);
  int n = 0;
  while (t(n) < 2 && t(9)) n++;
  show("while", n);
  for (n = 0; t(n), n < 2; n++, t(7));
  show("for", n);
  do n--; while (t(n) && n);
  show("do", n);
  unsigned u = 1;
  printf("%u\n", u - 2 > 0 ? u << 31 : u >> 1);
  printf("%d\n", 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 - 1 - 2 - 3 - 4 - 5 - 6 - 7 - 8 - 9 - 10);
  printf("%d\n", ((((((((((a + 1) * 2) - 3) / 2) % 5) << 2) | 1) & 0xff) ^ 3) + 1));
  printf("%d\n", 100 / 10 / 5 * 2 % 3);
  printf("%d\n", 2 - 3 - 4 - 5 + 1 << 2 + 1);
  printf("%d %d\n", 5 & 3 == 3, (5 & 3) == 1);
  printf("%d\n", a == b == 0);
  printf("%g\n", 1 / 2 + 1 / 2.0 + 1.0f / 4);
  printf("%d\n", (char)a + (short)b * (int)c);
  printf("%d\n", *&a + *&*&b);
  printf("%d\n", (a, b) + (c, d));
  return a > b ? a < b ? 1 : 2 : 3;
}
