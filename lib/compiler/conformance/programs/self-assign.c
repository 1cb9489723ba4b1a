/* From the compiler's own trials: self-assign. */
#include <stdio.h>
struct big { int v[10]; };
static struct big g = {{1,2,3,4,5,6,7,8,9,10}};
static struct big shift(void) { struct big r; for (int i = 0; i < 10; i++) r.v[i] = g.v[(i + 1) % 10]; return r; }
static struct big addp(struct big *p, int k) { struct big r; for (int i = 0; i < 10; i++) { r.v[i] = p->v[9 - i] + k; } return r; }
static struct big chain(struct big b, int n) { if (n == 0) return b; b.v[n % 10] += n; return chain(b, n - 1); }
int main(void) {
  g = shift();
  for (int i = 0; i < 10; i++) printf("%d ", g.v[i]);
  struct big l = g;
  l = addp(&l, 100);
  for (int i = 0; i < 10; i++) printf("%d ", l.v[i]);
  l = l;
  l = chain(l, 25);
  for (int i = 0; i < 10; i++) printf("%d ", l.v[i]);
  struct big a[2]; a[0] = l; a[1] = addp(a, 1); a[0] = addp(a + 1, 2);
  printf("%d %d\n", a[0].v[3], a[1].v[3]);
  return 0;
}
