static const int limit = 10;
int main(void) {
  int *p = (int *)&limit;
  *p = 20; // ERROR: read-only
  return 0;
}
