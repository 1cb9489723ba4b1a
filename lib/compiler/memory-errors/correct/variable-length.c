#include <alloca.h>
#include <stdio.h>
#include <string.h>
static int total(int n, int m[n][n]) {
  int sum = 0;
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) sum += m[i][j];
  return sum;
}
struct block { long a[4]; };
static long by_value(struct block b) { long *p = b.a; return p[0] + p[3]; }
int main(void) {
  for (int n = 1; n < 6; n++) {
    int m[n][n];
    char label[n + 1];
    for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) m[i][j] = i * j;
    memset(label, '*', n);
    label[n] = 0;
    printf("%s %d\n", label, total(n, m));
    if (n == 4) continue;
    struct block b = {{n, 0, 0, n}};
    printf("%ld\n", by_value(b));
  }
  char *p = alloca(10);
  strcpy(p, "123456789");
  char *q = alloca(3);
  strcpy(q, "ab");
  struct block b = {{1, 2, 3, 4}};
  printf("%s %s %ld\n", p, q, by_value(b));
  return 0;
}
