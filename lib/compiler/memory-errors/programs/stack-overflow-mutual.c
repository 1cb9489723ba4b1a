int is_odd(unsigned n);
int is_even(unsigned n) {
  char note[100] = "even";
  return is_odd(n - 1) + note[0];
}
int is_odd(unsigned n) {
  return is_even(n - 1) + 1; // ERROR: stack-overflow
}
int main(void) {
  return is_even(3);
}
