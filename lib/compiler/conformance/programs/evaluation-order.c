/* What C leaves open and programs show anyway: as gcc -O0 does it. */
#include <stdio.h>

static int trace(const char *name, int value) {
  printf("%s ", name);
  return value;
}

static int two(int a, int b) {
  return 10 * a + b;
}

static int table[4];

static int *where(const char *name) {
  printf("%s ", name);
  return table;
}

int g;

static int change(void) {
  g = 100;
  return 1;
}

int main(void) {
  int i = 1;
  printf("%d %d\n", i++, i++);
  i = 1;
  printf("%d %d %d\n", i, i++, i);
  i = 1;
  i = i++ + ++i;
  printf("%d\n", i);
  i = 5;
  printf("%d %d %d\n", ++i, ++i, i++);
  printf("%d\n", two(trace("left", 1), trace("right", 2)));
  printf("%d\n", trace("first", 1) + trace("second", 2) * trace("third", 3));
  where("place")[trace("index", 2)] = trace("value", 5);
  printf("%d\n", table[2]);
  int p[8] = {0};
  i = 2;
  p[i] = i++;
  printf("%d %d %d\n", p[2], p[3], i);
  i = 4;
  p[i++] = i;
  printf("%d %d\n", p[4], p[5]);
  g = 1;
  printf("%d ", g + change());
  g = 1;
  printf("%d ", change() - g);
  g = 1;
  g += change();
  printf("%d\n", g);
  char c = 1;
  printf("%d %d\n", c++, c);
  int q[] = {1, 2, 3}, *r = q;
  printf("%d %d\n", *r++, *r++);
  return 0;
}
