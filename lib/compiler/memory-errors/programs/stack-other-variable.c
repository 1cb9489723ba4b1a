int main(void) {
  int count = 1;
  int *p = &count;
  p[1] = 2; // ERROR: out-of-bounds
  return count;
}
