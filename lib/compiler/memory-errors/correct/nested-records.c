#include <stdio.h>
#include <stdlib.h>
struct point { int x, y; };
struct box { struct point corners[2]; char label[6]; struct { unsigned char r, g, b; } colour; };
static struct point middle(const struct box *b) {
  struct point m;
  m.x = (b->corners[0].x + b->corners[1].x) / 2;
  m.y = (b->corners[0].y + b->corners[1].y) / 2;
  return m;
}
int main(void) {
  struct box b;
  for (int i = 0; i < 2; i++) {
    b.corners[i].x = 4 * i;
    b.corners[i].y = 6 * i;
  }
  for (int i = 0; i < 6; i++) b.label[i] = "label"[i];
  b.colour.r = b.colour.g = 1;
  b.colour.b = 2;
  struct point m = middle(&b);
  struct box *boxes[2] = {malloc(sizeof b), malloc(sizeof b)};
  *boxes[0] = b;
  boxes[1]->corners[0] = m;
  boxes[1]->corners[1] = (struct point){9, 9};
  m = middle(boxes[1]);
  printf("%d %d %s %d\n", m.x, m.y, boxes[0]->label, boxes[0]->colour.b);
  struct point grid[3][4];
  for (int i = 0; i < 12; i++) grid[i / 4][i % 4] = (struct point){i, -i};
  int *flat = &grid[0][0].x;
  long sum = 0;
  for (int i = 0; i < 3; i++) for (int j = 0; j < 4; j++) sum += grid[i][j].x - grid[i][j].y;
  printf("%ld %d\n", sum, flat[1]);
  free(boxes[0]);
  free(boxes[1]);
  return 0;
}
