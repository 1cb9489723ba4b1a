struct pair { int a, b; };
int main(void) {
  struct pair pairs[3] = {{1, 2}, {3, 4}, {5, 6}};
  int total = 0;
  for (int i = 0; i <= 3; i++)
    total += pairs[i].b; // ERROR: out-of-bounds
  return total;
}
