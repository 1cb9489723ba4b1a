int main(void) {
  int width = 32;
  return 1 << width; // ERROR: shift-out-of-range
}
