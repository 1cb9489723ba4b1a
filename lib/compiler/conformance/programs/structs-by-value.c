/* Structures as arguments and results, small and large. */
#include <stdio.h>

struct small {
  char c;
};
struct pair {
  int a, b;
};
struct real {
  double x;
  float y;
};
struct big {
  int v[20];
  char name[5];
};
struct odd {
  char bytes[11];
};

static struct pair swap(struct pair p) {
  int t = p.a;
  p.a = p.b;
  p.b = t;
  return p;
}

static struct small next(struct small s) {
  s.c++;
  return s;
}

static struct real scale(struct real r, double by) {
  struct real result = {r.x * by, (float)(r.y * by)};
  return result;
}

static struct big make(int seed) {
  struct big b;
  for (int i = 0; i < 20; i++) b.v[i] = seed * i;
  for (int i = 0; i < 5; i++) b.name[i] = (char)('a' + (seed + i) % 26);
  return b;
}

static int sum(struct big b, int k, struct pair p) {
  int s = k + p.a + p.b;
  for (int i = 0; i < 20; i++) s += b.v[i];
  b.v[0] = -1;
  return s;
}

static struct odd fill(char c, struct odd before) {
  struct odd o = before;
  for (int i = 0; i < 11; i += 2) o.bytes[i] = c;
  return o;
}

static int depth(struct pair p) {
  if (p.a == 0) return p.b;
  p.a--;
  p.b += p.a;
  return depth(p) + depth((struct pair){0, 1});
}

int main(void) {
  struct pair p = {1, 2}, q = swap(p);
  printf("%d %d %d %d\n", p.a, p.b, q.a, q.b);
  p = swap(swap(swap(p)));
  printf("%d %d %d\n", p.a, p.b, swap(p).a);
  struct small s = {'x'};
  printf("%c %c\n", next(s).c, next(next(s)).c);
  struct real r = scale((struct real){1.5, 2.5f}, 2);
  printf("%g %g\n", r.x, r.y);
  struct big b = make(3), c;
  printf("%d %d %.5s\n", sum(b, 5, p), b.v[0], b.name);
  c = b = make(4);
  printf("%d %.5s %d\n", sum(c, 0, (struct pair){100, 200}), c.name, make(7).v[3]);
  struct odd o = {"abcdefghij"};
  o = fill('-', o);
  printf("%.10s %d\n", o.bytes, o.bytes[10]);
  printf("%d\n", depth((struct pair){10, 0}));
  struct pair list[3] = {{1, 2}, {3, 4}, {5, 6}};
  list[0] = list[2];
  list[1] = swap(list[1]);
  printf("%d %d %d %d\n", list[0].a, list[0].b, list[1].a, list[1].b);
  struct pair *pp = &list[2];
  *pp = *(pp - 1);
  printf("%d %d\n", pp->a, (*pp).b);
  int flag = 1;
  struct pair chosen = flag ? list[0] : list[1];
  printf("%d\n", chosen.a + (flag ? swap(chosen) : chosen).a);
  return 0;
}
