struct point { int x, y, z; };
int main(void) {
  struct point p;
  p.x = 1;
  p.y = 2;
  return p.x + p.y + p.z; // ERROR: uninitialized
}
