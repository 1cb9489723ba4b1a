int main(void) {
  int number = 42;
  int *p = (int *)(long)(number * 1000000);
  return *p; // ERROR: wild-pointer
}
