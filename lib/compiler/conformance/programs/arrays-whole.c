/* Arrays: initializers, sizes, passing, several dimensions. */
#include <stdio.h>

int grid[3][4] = {{1, 2, 3, 4}, {5, 6}, {9}};

static int sum(int *v, int n) {
  int s = 0;
  for (int i = 0; i < n; i++) s += v[i];
  return s;
}

static int total(int m[][4], int rows) {
  int s = 0;
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < 4; j++) s += m[i][j];
  return s;
}

static void fill(char cube[2][3][4]) {
  for (int i = 0; i < 2; i++)
    for (int j = 0; j < 3; j++)
      for (int k = 0; k < 4; k++) cube[i][j][k] = 'a' + i * 12 + j * 4 + k;
}

int main(void) {
  int a[] = {3, 1, 4, 1, 5, 9, 2, 6};
  int zeros[6] = {0};
  int part[5] = {1, 2};
  printf("%zu %d %d %d\n", sizeof a / sizeof *a, sum(a, 8), sum(zeros, 6), sum(part, 5));
  printf("%d %d %zu\n", total(grid, 3), grid[1][1], sizeof grid);
  char cube[2][3][4];
  fill(cube);
  printf("%.24s\n", &cube[0][0][0]);
  printf("%c %c\n", cube[1][2][3], *(*(*(cube + 1) + 0) + 2));
  int m[3][3], t[3][3];
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++) m[i][j] = i * 3 + j;
  for (int i = 0; i < 3; i++)
    for (int j = 0; j < 3; j++) {
      t[i][j] = 0;
      for (int k = 0; k < 3; k++) t[i][j] += m[i][k] * m[k][j];
    }
  for (int i = 0; i < 3; i++) printf("%d %d %d\n", t[i][0], t[i][1], t[i][2]);
  for (int i = 0; i < 8; i++)
    for (int j = i + 1; j < 8; j++)
      if (a[j] < a[i]) {
        int x = a[i];
        a[i] = a[j];
        a[j] = x;
      }
  for (int i = 0; i < 8; i++) printf("%d ", a[i]);
  printf("\n");
  int *rows[3] = {m[0], m[1], m[2]};
  printf("%d %d\n", rows[2][1], *rows[1]);
  int(*row)[3] = m;
  row++;
  printf("%d %ld\n", (*row)[2], (long)(row - m));
  a[a[0]] = 77;
  printf("%d\n", a[1]);
  return 0;
}
