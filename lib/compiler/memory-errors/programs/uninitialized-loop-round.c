int main(void) {
  int sum = 0;
  for (int i = 0; i < 3; i++) {
    int part;
    if (i != 1)
      part = i;
    sum += part; // ERROR: uninitialized
  }
  return sum;
}
