#include <stdio.h>
int main(void) {
  int a, b, n; char word[20], c; double d; unsigned x; long l;
  n = scanf("%d %d", &a, &b); printf("%d %d %d\n", n, a, b);
  n = scanf("%19s %c %lf", word, &c, &d); printf("%d %s %c %.2f\n", n, word, c, d);
  n = scanf("%x %ld", &x, &l); printf("%d %u %ld\n", n, x, l);
  n = scanf(" [%19[a-z ]]", word); printf("%d %s\n", n, word);
  n = scanf("%d,%d", &a, &b); printf("%d %d %d\n", n, a, b);
  n = scanf("%d", &a); printf("%d\n", n);
  scanf("%19s", word); printf("%s\n", word);
  n = scanf("%*d %2d%3d", &a, &b); printf("%d %d %d\n", n, a, b);
  n = scanf("%d", &a); printf("%d\n", n);
  return 0;
}
