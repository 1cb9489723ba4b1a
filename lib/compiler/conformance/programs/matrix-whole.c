/* Matrix multiplication with doubles; a determinant by elimination. */
#include <stdio.h>

#define N 30

static double a[N][N], b[N][N], c[N][N];

static double determinant(int n, double m[n][n]) {
  double d = 1;
  for (int k = 0; k < n; k++) {
    int pivot = k;
    for (int i = k + 1; i < n; i++)
      if ((m[i][k] < 0 ? -m[i][k] : m[i][k]) > (m[pivot][k] < 0 ? -m[pivot][k] : m[pivot][k])) pivot = i;
    if (pivot != k) {
      d = -d;
      for (int j = 0; j < n; j++) {
        double t = m[k][j];
        m[k][j] = m[pivot][j];
        m[pivot][j] = t;
      }
    }
    d *= m[k][k];
    for (int i = k + 1; i < n; i++) {
      double f = m[i][k] / m[k][k];
      for (int j = k; j < n; j++) m[i][j] -= f * m[k][j];
    }
  }
  return d;
}

int main(void) {
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      a[i][j] = (i * 7 + j * 3) % 11 - 5;
      b[i][j] = (i * 5 + j * 2) % 13 / 4.0;
    }
  for (int i = 0; i < N; i++)
    for (int j = 0; j < N; j++) {
      double s = 0;
      for (int k = 0; k < N; k++) s += a[i][k] * b[k][j];
      c[i][j] = s;
    }
  double trace = 0, all = 0;
  for (int i = 0; i < N; i++) {
    trace += c[i][i];
    for (int j = 0; j < N; j++) all += c[i][j];
  }
  printf("%.10g %.10g\n", trace, all);
  double m[4][4] = {{2, -1, 0, 3}, {1, 4, -2, 1}, {0, 5, 1, -1}, {3, 2, 2, 6}};
  printf("%.10g\n", determinant(4, m));
  return 0;
}
