#include <stdio.h>
#include <stddef.h>
struct point { int x, y; };
struct shape { char kind; struct point at; double size; const char *name; };
struct tiny { char a; short b; char c; };
struct list { int value; struct list *next; };
static struct point moved(struct point p, int dx) { p.x += dx; return p; }
static struct shape make(char kind, double size) { struct shape s = {kind, {1, 2}, size, "made"}; return s; }
static double area(const struct shape *s) { return s->size * s->size; }
int main(void) {
  struct point p = {3, 4}, q = p;
  q.y = 9;
  p = moved(q, 5);
  printf("%d %d %d %d\n", p.x, p.y, q.x, q.y);
  struct shape s = make('c', 2.5);
  s.at = moved(s.at, 100);
  printf("%c %d %d %.2f %s %.2f\n", s.kind, s.at.x, s.at.y, s.size, s.name, area(&s));
  printf("%zu %zu %zu %zu %zu\n", sizeof(struct shape), offsetof(struct shape, at), offsetof(struct shape, size), sizeof(struct tiny), offsetof(struct tiny, c));
  struct list c = {3, NULL}, b = {2, &c}, a = {1, &b};
  int sum = 0;
  for (struct list *l = &a; l; l = l->next) sum = sum * 10 + l->value;
  printf("%d %d\n", sum, a.next->next->value);
  struct point many[3] = {{.y = 1}, {.x = 5, .y = 6}};
  many[2] = many[1];
  many[2].x++;
  struct point *pp = many;
  printf("%d %d %d %d\n", pp[0].y, pp[1].x, pp[2].x, (pp + 2)->y);
  printf("%d\n", ((struct point){7, 8}).y + moved((struct point){1, 1}, 1).x);
  struct { int a; struct { int b, c; }; union { int d; char e[4]; }; } anon = {1, {2, 3}, {0x41424344}};
  printf("%d %d %c\n", anon.b, anon.c, anon.e[0]);
  return moved(p, 1).x;
}
