struct pair { int a, b; };
static struct pair *make(int a, int b) {
  struct pair p = {a, b}, *q = &p;
  return q;
}
int main(void) {
  struct pair *p = make(1, 2);
  return p->a + 1; // ERROR: use-after-return
}
