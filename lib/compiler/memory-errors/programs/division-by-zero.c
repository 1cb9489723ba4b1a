int average(int sum, int n) {
  return sum / n; // ERROR: division-by-zero
}
int main(void) {
  return average(10, 0);
}
