/* Variable-length arrays with every way to leave their scope. */
#include <stdio.h>
#include <string.h>
static int depth(int n) { char room[n + 1]; memset(room, n, n + 1); if (n == 0) return 0; int r = depth(n - 1); return r + room[n]; }
static int leave(int n) {
  int total = 0;
  for (int i = 1; i < n; i++) {
    int a[i]; a[i-1] = i;
    { char b[i * 3]; b[i] = 1; total += b[i]; if (i % 7 == 0) continue; if (i > 50000) break; }
    switch (i % 5) { case 0: { long c[i]; c[0] = i; total += (int)(c[0] & 1); break; } case 1: goto next; default: total++; }
    while (1) { short d[i]; d[0] = 3; total += d[0]; if (d[0] == 3) break; }
    total += a[i-1] & 3;
  next:;
  }
  return total;
}
static int nested(int n) { int s = 0; { int a[n]; for (int i = 0; i < n; i++) a[i] = i; { int b[n][n]; for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) b[i][j] = a[i] * j; for (int i = 0; i < n; i++) s += b[i][n-1]; } { int c[n]; c[0] = s; s = c[0] + a[n-1]; } } int d[n]; d[n-1] = s; return d[n-1]; }
static int back(int n) { int k = 0; again:; int a[n + k]; a[n + k - 1] = k; if (k < 3000) { k++; goto again; } return a[n + k - 1]; }
static int size(int n) { int a[n][n + 1]; n = 99; return sizeof a + sizeof a[0] + sizeof(int[n]); }
static int arr(int n, int m, double a[n][m], double (*b)[m]) { double s = 0; for (int i = 0; i < n; i++) for (int j = 0; j < m; j++) s += a[i][j] * b[j][i]; return (int)s; }
typedef int row;
int main(void) {
  printf("%d %d %d %d %d\n", depth(100), leave(3000), nested(12), back(5), size(4));
  double x[3][3] = {{1,2,3},{4,5,6},{7,8,9}};
  printf("%d\n", arr(3, 3, x, x));
  int n = 4; typedef int t[n]; n = 10; t v; printf("%zu\n", sizeof v);
  int (*p)[n] = 0; printf("%zu %d\n", sizeof *p, (int)((char *)(p + 1) - (char *)p));
  for (int i = 0; i < 3; i++) { int a[i + 1]; a[i] = i; if (i == 1) { int b[5]; b[2] = a[1]; printf("%d ", b[2]); continue; } printf("%d ", a[i]); }
  puts("");
  return 0;
}
