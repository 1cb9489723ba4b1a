#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct list { int *items; int count, room; };
static void push(struct list *l, int v) {
  if (l->count == l->room) {
    l->room = l->room ? 2 * l->room : 2;
    l->items = realloc(l->items, l->room * sizeof *l->items);
  }
  l->items[l->count++] = v;
}
struct ring { int room, head, count; int *slots; };
static void grow(struct ring *r) {
  int *bigger = malloc(2 * r->room * sizeof *bigger);
  for (int i = 0; i < r->room; i++) bigger[i] = r->slots[(r->head + i) % r->room];
  free(r->slots);
  r->slots = bigger;
  r->head = 0;
  r->room *= 2;
}
int main(void) {
  struct list l = {0};
  for (int i = 0; i < 100; i++) push(&l, i);
  for (int i = l.count; i > 50; i--) l.items[i] = l.items[i - 1];
  l.items[50] = -1;
  l.count++;
  long sum = 0;
  for (int i = 0; i < l.count; i++) sum += l.items[i];
  printf("%ld %d\n", sum, l.items[100]);
  free(l.items);
  struct ring r = {4, 2, 2, malloc(4 * sizeof(int))};
  r.slots[2] = 1;
  r.slots[3] = 2;
  grow(&r);
  printf("%d %d\n", r.slots[0], r.slots[1]);
  free(r.slots);
  char *text = NULL;
  size_t size = 0;
  FILE *f = tmpfile();
  fputs("one\ntwo and more\n", f);
  rewind(f);
  while (getline(&text, &size, f) > 0) fputs(text, stdout);
  fclose(f);
  free(text);
  return 0;
}
