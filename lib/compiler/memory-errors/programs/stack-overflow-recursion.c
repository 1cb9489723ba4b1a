int factorial(int n) {
  return n * factorial(n - 1); // ERROR: stack-overflow
}
int main(void) {
  return factorial(5);
}
