int sum(const int *values, int n) {
  int total = 0;
  for (int i = n - 1; i >= -1; i--)
    total += values[i]; // ERROR: out-of-bounds
  return total;
}
int main(void) {
  int a[3] = {1, 2, 3};
  return sum(a, 3);
}
