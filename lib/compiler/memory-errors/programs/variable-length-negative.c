static int sum(int n) {
  int a[n]; // ERROR: invalid-size
  a[0] = 1;
  return a[0];
}
int main(void) {
  return sum(-3);
}
