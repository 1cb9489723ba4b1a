char line[8] = "abc";
int last(int n) {
  return line[n - 1]; // ERROR: out-of-bounds
}
int main(void) {
  return last(0);
}
