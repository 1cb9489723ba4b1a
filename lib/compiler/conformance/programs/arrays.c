#include <stdio.h>
#include <string.h>
static int total(int rows, int m[][4]) { int t = 0; for (int i = 0; i < rows; i++) for (int j = 0; j < 4; j++) t += m[i][j]; return t; }
int grid[3][4];
int main(void) {
  int m[2][4] = {{1, 2}, {5, 6, 7, 8}};
  int cube[2][2][2] = {1, 2, 3, 4, 5, 6, 7, 8};
  printf("%d %d %zu %zu\n", total(2, m), cube[1][0][1], sizeof m, sizeof m[0]);
  for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) grid[i][j] = i * 10 + j;
  int (*row)[4] = grid + 1;
  printf("%d %d %d\n", (*row)[2], row[1][3], *(*(grid + 2) + 1));
  char words[3][6] = {"one", "two", "three"};
  for (int i = 0; i < 3; i++) printf("%s %zu;", words[i], strlen(words[i]));
  char s[] = "abc", t[2] = {'x', 'y'};
  printf("%zu %zu %c%c\n", sizeof s, sizeof t, t[0], t[1]);
  int v[] = {[5] = 1, [2] = 7, 8};
  printf("%zu %d %d %d\n", sizeof v / sizeof *v, v[2], v[3], v[5]);
  int n = 4, vla[n];
  for (int i = 0; i < n; i++) vla[i] = i * i;
  printf("%d %zu\n", vla[3], sizeof vla);
  return 0;
}
