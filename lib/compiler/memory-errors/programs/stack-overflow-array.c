int main(void) { // ERROR: stack-overflow
  double grid[2000][2000];
  grid[0][0] = 1;
  return (int)grid[0][0];
}
