static int *counter(void) {
  int count = 1;
  int *p = &count;
  return p;
}
int main(void) {
  int *c = counter();
  return *c; // ERROR: use-after-return
}
