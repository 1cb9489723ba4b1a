/* Structures: members, nesting, pointers, arrays of them, layout. */
#include <stddef.h>
#include <stdio.h>

struct point {
  int x, y;
};

struct shape {
  char name[8];
  struct point corner[2];
  double area;
  struct shape *next;
};

struct mixed {
  char a;
  short b;
  char c;
  int d;
  char e;
  long f;
  char g;
};

int main(void) {
  struct point p = {3, 4}, q;
  q = p;
  q.x += 10;
  printf("%d %d %d %d\n", p.x, p.y, q.x, q.y);
  struct shape s = {"box", {{1, 2}, {3, 4}}, 2.5, NULL}, t;
  t = s;
  t.next = &s;
  t.name[0] = 'f';
  t.corner[1].y = 40;
  printf("%s %s %d %d %g\n", s.name, t.name, t.corner[1].y, t.next->corner[1].y, t.next->area);
  printf("%zu %zu %zu\n", sizeof(struct point), sizeof(struct shape), sizeof(struct mixed));
  printf("%zu %zu %zu %zu %zu %zu\n", offsetof(struct mixed, b), offsetof(struct mixed, c),
         offsetof(struct mixed, d), offsetof(struct mixed, e), offsetof(struct mixed, f),
         offsetof(struct mixed, g));
  struct point many[4] = {{1, 1}, {2, 4}, {3, 9}};
  struct point *pp = many;
  for (int i = 0; i < 4; i++, pp++) printf("%d:%d ", pp->x, pp->y);
  printf("%ld\n", (long)(pp - many));
  many[3] = many[1];
  many[3].y++;
  printf("%d %d\n", many[3].x, many[3].y);
  struct {
    int a;
    struct {
      int b, c;
    };
    union {
      int d;
      char e[4];
    } u;
  } anonymous = {1, {2, 3}, {0x41424344}};
  printf("%d %d %d %c\n", anonymous.a, anonymous.b, anonymous.c, anonymous.u.e[0]);
  const struct point *cp = &p;
  printf("%d\n", cp->x * cp->y);
  struct mixed mx = {.g = 'g', .d = -1, .f = 1L << 33};
  printf("%d %d %ld %c\n", mx.a, mx.d, mx.f, mx.g);
  return 0;
}
