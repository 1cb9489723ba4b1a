#include <stdio.h>
static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int ackermann(int m, int n) { return m == 0 ? n + 1 : n == 0 ? ackermann(m - 1, 1) : ackermann(m - 1, ackermann(m, n - 1)); }
static void hanoi(int n, char a, char b, char c, int *moves) { if (!n) return; hanoi(n - 1, a, c, b, moves); ++*moves; hanoi(n - 1, c, b, a, moves); }
static int odd(int n);
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static void queens(int n, int row, int *cols, int *count) {
  if (row == n) { ++*count; return; }
  for (int c = 0; c < n; c++) {
    int ok = 1;
    for (int r = 0; r < row && ok; r++) if (cols[r] == c || cols[r] - c == row - r || c - cols[r] == row - r) ok = 0;
    if (ok) { cols[row] = c; queens(n, row + 1, cols, count); }
  }
}
int main(void) {
  int moves = 0, cols[8], count = 0;
  hanoi(8, 'a', 'b', 'c', &moves);
  queens(6, 0, cols, &count);
  printf("%d %d %d %d %d %d\n", fib(18), ackermann(2, 5), moves, even(30), odd(30), count);
  return fib(10);
}
