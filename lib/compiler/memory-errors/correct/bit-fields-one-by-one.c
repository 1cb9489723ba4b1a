#include <stdio.h>
#include <stdlib.h>
struct flags { unsigned ready : 1; unsigned kind : 3; int level : 5; unsigned long wide : 40; char name; };
int main(void) {
  struct flags f;
  f.ready = 1;
  f.kind = 5;
  f.level = -3;
  f.wide = 1UL << 39;
  f.name = 'x';
  printf("%d %d %d %lu %c\n", f.ready, f.kind, f.level, (unsigned long)f.wide, f.name);
  struct flags *h = malloc(2 * sizeof *h);
  h->kind = 2;
  h->ready = 0;
  h->level = 7;
  h->wide = 9;
  h->name = 'y';
  h[1] = *h;
  h[1].level++;
  printf("%d %d %d\n", h[1].kind, h[1].level, h[0].ready);
  free(h);
  return 0;
}
