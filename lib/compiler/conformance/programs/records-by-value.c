/* C11 6.5.2.2, 6.5.16.1: records of all sizes passed, returned, assigned, copied; nested calls; arrays in them. */
#include <stdio.h>
#include <string.h>

struct c1 { char c; };
struct c3 { char c[3]; };
struct pair { int x, y; };
struct mixed { double d; int i; };
struct floats { float a, b, c; };
struct large { long a[10]; };
union u { int i; double d; char c[9]; };
struct nested { struct pair p; struct c3 t; union u u; };

static struct c1 f1(struct c1 s) { s.c++; return s; }
static struct c3 f3(struct c3 s, int k) { s.c[k] = '!'; return s; }
static struct pair swap(struct pair p) { return (struct pair){p.y, p.x}; }
static struct mixed scale(struct mixed m, double by) { m.d *= by; m.i *= (int)by; return m; }
static struct floats rotate(struct floats f) { struct floats r = {f.b, f.c, f.a}; return r; }
static struct large fill(long from) { struct large l; for (int i = 0; i < 10; i++) l.a[i] = from + i; return l; }
static long sum(struct large l) { long s = 0; for (int i = 0; i < 10; i++) s += l.a[i]; l.a[0] = 0; return s; }
static union u make(int i) { union u u; memset(&u, 0, sizeof u); u.i = i; return u; }
static struct nested deep(struct nested n, struct pair p) { n.p = p; n.t.c[0]++; n.u = make(p.x); return n; }
static int many(int a, struct pair p, char c, struct large l, double d, struct c3 t) {
  return a + p.x + p.y + c + (int)l.a[9] + (int)d + t.c[1];
}
static struct pair recursive(int n) {
  if (n == 0) return (struct pair){0, 1};
  struct pair p = recursive(n - 1);
  return (struct pair){p.y, p.x + p.y};
}
static struct pair *address(struct pair *p) { return p; }

int main(void) {
  printf("%c\n", f1(f1((struct c1){'a'})).c);
  struct c3 t = {"abc"};
  printf("%.3s %.3s\n", f3(t, 1).c, t.c);
  struct pair p = {1, 2}, q;
  q = swap(p);
  printf("%d %d %d %d\n", p.x, p.y, q.x, q.y);
  p = swap(swap(swap(p)));
  printf("%d %d\n", p.x, p.y);
  struct mixed m = scale((struct mixed){1.5, 3}, 2);
  printf("%g %d\n", m.d, m.i);
  struct floats f = rotate(rotate((struct floats){1, 2, 3}));
  printf("%g %g %g\n", f.a, f.b, f.c);
  struct large l = fill(5);
  printf("%ld %ld %ld\n", sum(l), sum(fill(100)), l.a[0]);
  printf("%ld\n", fill(7).a[3]);
  struct nested n = deep((struct nested){{1, 2}, {"xyz"}, {.i = 5}}, q);
  printf("%d %.3s %d\n", n.p.x, n.t.c, n.u.i);
  printf("%d\n", many(1, p, 'a', l, 2.9, t));
  printf("%d\n", recursive(20).x);
  struct pair (*fp)(struct pair) = swap;
  printf("%d\n", fp(fp(p)).x);
  struct pair arr[3] = {{1, 2}, {3, 4}, {5, 6}};
  arr[0] = arr[2];
  arr[1] = *address(&arr[0]);
  *address(&arr[2]) = swap(arr[1]);
  for (int i = 0; i < 3; i++) printf("%d,%d ", arr[i].x, arr[i].y);
  printf("\n");
  struct pair a, b, c;
  a = b = c = (struct pair){7, 8};
  printf("%d %d %d\n", a.x, b.y, c.x);
  printf("%d\n", (a = q).x);
  printf("%d\n", (1 ? a : b).y + (p.x ? swap(a) : b).y);
  printf("%d\n", (a.x = 3, a).x);
  struct { struct pair in[2]; } w = {{{1, 2}, {3, 4}}}, w2 = w;
  w.in[0] = w.in[1];
  printf("%d %d\n", w.in[0].y, w2.in[0].y);
  q = *&*&arr[1];
  printf("%d\n", q.x);
  union u u = make(65);
  union u v = u;
  printf("%d %c\n", v.i, v.c[0]);
  return swap((struct pair){0, 9}).x;
}
