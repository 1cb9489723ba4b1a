/* Initializers: designated, nested, partial, compound literals, static addresses. */
#include <stdio.h>

struct point {
  int x, y;
};
struct line {
  struct point from, to;
  const char *label;
};

static int sparse[10] = {[3] = 30, 40, [8] = 80, [1] = 10};
static struct line lines[] = {
    {{1, 2}, {3, 4}, "first"},
    {.to = {7, 8}, .label = "second"},
    {.from.y = 9, .to.x = 10},
    [4] = {.label = "fifth"},
};
static int matrix[2][3] = {1, 2, 3, 4};
static int *middle = &matrix[1][1];
static char *inside = &"abcdef"[2];
static long sum = sizeof(struct line) + 3 * 4 - (7 > 2 ? 1 : 100);
static struct point *target = &lines[1].to;
static int ranged[8] = {[2 ... 5] = 7, 1};

static int total(const int *v, int n) {
  int s = 0;
  while (n-- > 0) s += *v++;
  return s;
}

int main(void) {
  for (int i = 0; i < 10; i++) printf("%d ", sparse[i]);
  printf("\n");
  for (int i = 0; i < 5; i++)
    printf("%d %d %d %d %s\n", lines[i].from.x, lines[i].from.y, lines[i].to.x, lines[i].to.y,
           lines[i].label ? lines[i].label : "-");
  printf("%d %d %s %ld %d\n", matrix[1][0], *middle, inside, sum, target->y);
  for (int i = 0; i < 8; i++) printf("%d ", ranged[i]);
  printf("\n");
  int n = 3;
  int local[5] = {n, n * n, [4] = n + 1};
  printf("%d %d %d %d %d\n", local[0], local[1], local[2], local[3], local[4]);
  struct line l = {.to = {.y = n}, .label = "local"};
  printf("%d %d %s\n", l.from.x, l.to.y, l.label);
  struct point *p = &(struct point){5, 6};
  p->x++;
  printf("%d %d\n", p->x, p->y);
  printf("%d\n", total((int[]){1, 2, 3, 4}, 4));
  for (int i = 0; i < 2; i++) {
    int fresh[3] = {i};
    fresh[1] += 5;
    printf("%d %d ", fresh[0], fresh[1]);
  }
  printf("\n");
  struct point grid[2][2] = {{{1, 2}, {3, 4}}, {{5, 6}}};
  printf("%d %d\n", grid[0][1].y, grid[1][1].x);
  int scalar = {8};
  char letters[] = {'h', 'i', '\0'}, word[] = {"brace"};
  printf("%d %s %s\n", scalar, letters, word);
  return 0;
}
