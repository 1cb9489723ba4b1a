/* Eight queens and a sudoku-like search: backtracking with arrays. */
#include <stdio.h>

static int column[12], diagonal[24], other[24], solutions, first[12];

static void place(int row, int n) {
  if (row == n) {
    if (solutions++ == 0)
      for (int i = 0; i < n; i++) printf("%d ", first[i]);
    return;
  }
  for (int c = 0; c < n; c++) {
    if (column[c] || diagonal[row + c] || other[row - c + n]) continue;
    column[c] = diagonal[row + c] = other[row - c + n] = 1;
    first[row] = c;
    place(row + 1, n);
    column[c] = diagonal[row + c] = other[row - c + n] = 0;
  }
}

int main(void) {
  place(0, 8);
  printf("\n%d\n", solutions);
  return solutions;
}
