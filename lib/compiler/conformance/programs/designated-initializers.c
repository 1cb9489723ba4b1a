/* C11 6.7.9: designators with overrides, nesting, ranges (GNU), elided braces, order of members. */
#include <stdio.h>
#include <string.h>

struct inner {
  int a, b[3];
  char c;
};
struct outer {
  struct inner first, second;
  int tail;
};

static int calls;
static int next(void) {
  return ++calls;
}

static int squares[10] = {[2] = 4, 9, 16, [9] = 81, [5] = 25};
static int overridden[4] = {1, 2, [0] = 7, [1] = 8, 9};
static int sized[] = {[7] = 1, [3] = 2};
static int ranges[10] = {[0 ... 3] = 1, [2 ... 5] = 2, [8 ... 9] = 3};
static struct outer statics = {.second.b[1] = 5, 6, 'c', .tail = 7, .first = {1, {2}}};
static struct outer elided = {1, 2, 3, 4, 'a', 5, 6, 7, 8, 'b', 9};
static char text[][4] = {"a", [3] = "dcb", [1] = {'x', 'y'}};
static const char *names[] = {[1] = "one", [0] = "zero"};
static struct {
  int x, y;
} points[] = {[1].y = 2, [1].x = 1, [0] = {3, 4}, {5}, [2].y = 6};
static union {
  int i;
  char bytes[4];
  struct { short lo, hi; } halves;
} u = {.halves = {.hi = 1}}, v = {.bytes = {1, 1}};

static void show(const struct outer *o) {
  const struct inner *in[] = {&o->first, &o->second};
  for (int i = 0; i < 2; i++)
    printf("(%d %d %d %d %d) ", in[i]->a, in[i]->b[0], in[i]->b[1], in[i]->b[2], in[i]->c);
  printf("%d\n", o->tail);
}

#define SHOW(a)                                                                \
  do {                                                                         \
    for (size_t i = 0; i < sizeof(a) / sizeof *(a); i++) printf("%d ", (a)[i]); \
    printf("\n");                                                              \
  } while (0)

int main(void) {
  SHOW(squares);
  SHOW(overridden);
  SHOW(sized);
  SHOW(ranges);
  show(&statics);
  show(&elided);
  for (int i = 0; i < 4; i++) printf("%.4s|", text[i]);
  printf(" %zu\n%s %s\n", sizeof text, names[0], names[1]);
  for (size_t i = 0; i < sizeof points / sizeof *points; i++) printf("%d,%d ", points[i].x, points[i].y);
  printf("\n%x %x\n", u.i, v.i);
  int x = 3;
  struct outer local = {{x, {x + 1, [2] = x + 2}}, .second = {.c = 'q', .a = x * 2}};
  show(&local);
  struct outer from = {statics.second, .first.a = 99, .tail = x};
  show(&from);
  struct outer over = {.first = elided.first, .first.b[1] = 77};
  show(&over);
  int auto_ranges[6] = {[1 ... 4] = next()};
  SHOW(auto_ranges);
  printf("%d\n", calls);
  int partial[3][2] = {{1}, {[1] = 2}};
  printf("%d %d %d %d\n", partial[0][0], partial[0][1], partial[1][1], partial[2][0]);
  int flat[3][2] = {1, 2, 3, [2] = {4}};
  printf("%d %d %d %d\n", flat[1][0], flat[1][1], flat[2][0], flat[2][1]);
  int deep[2][2][2] = {[1][0][1] = 5, 6, [0] = {{1, 2}, 3}};
  for (int i = 0; i < 8; i++) printf("%d ", ((int *)deep)[i]);
  printf("\n");
  int scalar = {4}, trailing[] = {1, 2, 3, };
  printf("%d %zu\n", scalar, sizeof trailing / sizeof *trailing);
  struct inner zero = {0}, empty = {};
  printf("%d %d\n", zero.c, empty.b[2]);
  struct inner ino = {.b = {1, 2}, .c = 'z'}, *pi = &(struct inner){.a = ino.b[1]};
  printf("%d %d\n", pi->a, ino.c);
  char s[6] = {"hi"}, t[] = {'n', 'o', 0};
  printf("%s %s %d\n", s, t, s[5]);
  enum { RED, GREEN, BLUE, N };
  const char *colors[N] = {[GREEN] = "green", [RED] = "red", [BLUE] = "blue"};
  for (int i = 0; i < N; i++) printf("%s ", colors[i]);
  printf("\n");
  struct { struct { int a; } s; int arr[2]; } nest = {.s.a = 1, .arr[1] = 2};
  printf("%d %d %d\n", nest.s.a, nest.arr[0], nest.arr[1]);
  return 0;
}
