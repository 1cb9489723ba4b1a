#include <stdio.h>
#define N 12
static double a[N][N], b[N][N], c[N][N];
static void multiply(int n, double x[n][N], double y[][N], double (*z)[N]) {
  for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) { double s = 0; for (int k = 0; k < n; k++) s += x[i][k] * y[k][j]; z[i][j] = s; }
}
int main(void) {
  for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) { a[i][j] = i + j * 0.5; b[i][j] = i == j ? 2 : 1.0 / (i + j + 1); }
  multiply(N, a, b, c);
  double trace = 0, sum = 0;
  for (int i = 0; i < N; i++) { trace += c[i][i]; for (int j = 0; j < N; j++) sum += c[i][j]; }
  printf("%.10f %.10f %.6e\n", trace, sum, c[3][4]);
  return 0;
}
