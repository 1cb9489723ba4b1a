/* Variable-length arrays: sizes, several dimensions, loops, parameters, goto. */
#include <stdio.h>
#include <string.h>

static int sum(int n, int v[n]) {
  int copy[n], s = 0;
  memcpy(copy, v, sizeof copy);
  for (int i = 0; i < n; i++) s += copy[i];
  return s;
}

static int trace(int rows, int columns, int m[rows][columns]) {
  int t = 0;
  for (int i = 0; i < rows && i < columns; i++) t += m[i][i];
  return t;
}

static long many(int rounds) {
  long total = 0;
  for (int i = 1; i <= rounds; i++) {
    long v[i];
    for (int j = 0; j < i; j++) v[j] = j;
    total += v[i - 1];
    if (i % 3 == 0) continue;
    char c[i * 2];
    memset(c, 1, sizeof c);
    total += c[i] + (long)sizeof c;
    if (total < 0) break;
  }
  return total;
}

int main(void) {
  int n = 5;
  int v[n];
  for (int i = 0; i < n; i++) v[i] = i + 1;
  printf("%d %zu\n", sum(n, v), sizeof v);
  n = 100;
  printf("%zu\n", sizeof v);
  int r = 3, c = 4, m[r][c];
  for (int i = 0; i < r; i++)
    for (int j = 0; j < c; j++) m[i][j] = 10 * i + j;
  printf("%d %zu %zu\n", trace(r, c, m), sizeof m, sizeof m[0]);
  printf("%ld\n", many(2000));
  int k = 0;
again: {
  int w[k + 1];
  w[k] = k;
  if (w[k] < 1000) {
    k++;
    goto again;
  }
}
  printf("%d\n", k);
  int(*row)[c] = m;
  printf("%d %d\n", row[2][3], (int)(sizeof *row));
  char text[strlen("dynamic") + 1];
  strcpy(text, "dynamic");
  printf("%s %d %d %s\n", text, 1, 2, "after");
  return 0;
}
