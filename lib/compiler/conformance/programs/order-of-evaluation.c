#include <stdio.h>
static int step;
static int at(const char *name, int v) { printf("%s%d ", name, ++step); return v; }
int main(void) {
  int a[3] = {0};
  at("x", 1) && at("y", 0) && at("z", 1);
  at("p", 0) || at("q", 1);
  printf("| ");
  int r = (at("a", 1), at("b", 2));
  r += at("c", 1) ? at("d", 3) : at("e", 4);
  a[0] = at("f", 5);
  printf("%d %d\n", r, a[0]);
  int i = 0;
  i = i++ + 1 > 0 ? i + 10 : 0;
  printf("%d\n", i);
  return 0;
}
