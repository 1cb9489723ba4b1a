static int data[4];
int main(void) {
  void (*f)(void) = (void (*)(void))(void *)data;
  f(); // ERROR: bad-call
  return 0;
}
