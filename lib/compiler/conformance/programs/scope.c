#include <stdio.h>
int x = 1;
static int f(int x) { { int x = 30; x++; } return x + 1; }
struct tag { int a; };
int main(void) {
  printf("%d ", x);
  int x = 2;
  { int x = 3; { extern int x; printf("%d ", x); } printf("%d ", x); }
  for (int x = 4; x < 5; x++) { printf("%d ", x); int x = 6; printf("%d ", x); }
  printf("%d %d\n", x, f(10));
  { struct tag { char c[3]; }; printf("%zu ", sizeof(struct tag)); }
  printf("%zu\n", sizeof(struct tag));
  int tag = 5; struct tag t = {tag};
tag:
  if (t.a-- > 3) goto tag;
  printf("%d %d\n", t.a, tag);
  return 0;
}
