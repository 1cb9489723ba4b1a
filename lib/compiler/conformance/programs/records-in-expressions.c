/* Records in every kind of expression: members of results, conditionals, statement expressions, literals. */
#include <stdarg.h>
#include <stdio.h>

struct v { int a[3]; char c; };
struct w { struct v v; struct v *p; double d; };
union u { int i; struct v v; };
struct empty {};
struct one { char c; };
struct three { char c[3]; };
struct floats { float x, y, z; };
static int calls;
static struct v make(int x) { calls++; return (struct v){{x, x + 1, x + 2}, 'a' + x}; }
static struct w wrap(struct v v) { static struct v kept; kept = v; return (struct w){v, &kept, v.a[1] / 2.0}; }
static struct v pick(int n, ...) {
  va_list l; va_start(l, n);
  struct v r = {{0}, '-'};
  for (int i = 0; i < n; i++) { struct v x = va_arg(l, struct v); r.a[0] += x.a[0]; r.c = x.c; }
  struct floats f = va_arg(l, struct floats);
  r.a[1] = (int)(f.x + f.y + f.z);
  struct one o = va_arg(l, struct one);
  r.a[2] = o.c;
  va_end(l);
  return r;
}
static struct empty nothing(struct empty e) { return e; }
static struct three rotate(struct three t) { return (struct three){{t.c[1], t.c[2], t.c[0]}}; }
static struct v *where(struct v *p) { calls++; return p; }
static struct v fold(struct v a, struct v b, int k) { for (int i = 0; i < 3; i++) a.a[i] = a.a[i] * k + b.a[i]; a.c = b.c; return a; }

int main(void) {
  printf("%d %c\n", make(3).a[1], make(4).c);
  printf("%d %g %d\n", wrap(make(5)).v.a[2], wrap(make(6)).d, wrap(make(7)).p->a[0]);
  struct v x = make(1), y = make(10), z;
  z = calls > 3 ? x : y;
  printf("%d\n", z.a[0]);
  printf("%d\n", (calls > 100 ? x : y).a[2]);
  z = (x.a[0]++, x);
  printf("%d\n", z.a[0]);
  z = ({ struct v t = x; t.a[1] = 99; t; });
  printf("%d %d\n", z.a[1], x.a[1]);
  printf("%d\n", ({ struct v t = y; t.a[0]++; t; }).a[0]);
  *where(&x) = *where(&y);
  printf("%d\n", x.a[0]);
  where(&x)->a[1] += 5;
  printf("%d %d\n", x.a[1], calls);
  z = x = make(20);
  printf("%d %d\n", z.a[0], x.a[2]);
  struct v p = pick(2, make(1), make(2), (struct floats){1.5f, 2.5f, 3}, (struct one){'q'});
  printf("%d %d %d %c\n", p.a[0], p.a[1], p.a[2], p.c);
  union u u = {.v = make(8)};
  printf("%d %d\n", u.i, u.v.a[1]);
  u.i = 77;
  printf("%d\n", u.v.a[0]);
  nothing((struct empty){});
  struct three t = rotate(rotate((struct three){"abc"}));
  printf("%.3s\n", t.c);
  struct v list[3] = {make(1), make(2), make(3)};
  for (int i = 0; i < 3; i++) printf("%d ", list[i].a[0]);
  int i = 0;
  list[i++] = list[2];
  list[i] = make(list[i].a[0] * 10);
  printf("%d %d %d\n", list[0].a[0], list[1].a[0], i);
  x = fold(x, fold(y, z, 2), 3);
  x = fold(fold(x, x, 1), make(1), fold(y, y, 1).a[0]);
  printf("%d %d %d %c\n", x.a[0], x.a[1], x.a[2], x.c);
  struct w w = wrap(x), *pw = &w;
  pw->v.a[0] = 1;
  w.p->a[2] = 5;
  printf("%d %d %d\n", w.v.a[0], pw->p->a[2], (*pw).v.a[1]);
  struct w many[2] = {{.v.a[1] = 4}, w};
  many[0].p = &many[1].v;
  printf("%d %d %d\n", many[0].v.a[1], many[0].p->a[0], many[1].p->a[2]);
  struct v (*f)(int) = make;
  printf("%d\n", f(9).a[0] + (*f)(1).a[1]);
  const struct v *cp = &(struct v){{1, 2, 3}, 'x'};
  z = *cp;
  printf("%d %c %zu %zu\n", z.a[2], z.c, sizeof(struct empty), sizeof(struct three));
  return 0;
}
