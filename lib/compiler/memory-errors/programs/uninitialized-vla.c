int main(int argc, char **argv) {
  (void)argv;
  int n = argc + 4, values[n];
  values[0] = 1;
  return values[0] + values[2]; // ERROR: uninitialized
}
