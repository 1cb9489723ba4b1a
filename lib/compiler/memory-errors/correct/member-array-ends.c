#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct row { char name[8]; int cells[3]; long total; };
struct packet { int kind; struct { short length; char bytes[6]; } body; };
struct tail { int n; char text[1]; };
int main(void) {
  struct row r = {"abcdefg", {1, 2, 3}, 0}, *p = &r;
  char *end = p->name + 8, *same = &p->name[8], *also = &r.name[sizeof r.name];
  printf("%d %d\n", end == same, (int)(also - r.name));
  for (int *c = r.cells; c < &r.cells[3]; c++) r.total += *c;
  for (unsigned i = 0; i < 3; i++) p->total += p->cells[i];
  for (size_t i = 3; i-- > 0;) p->total += p->cells[i];
  for (long i = -1; i < 2; i++) p->total += p->cells[i + 1];
  printf("%ld %ld\n", r.total, (long)(sizeof r.cells / sizeof r.cells[0]));
  struct packet k;
  memset(&k, 0, sizeof k);
  k.body.bytes[5] = 'x';
  k.body.length = 6;
  printf("%c %d\n", k.body.bytes[k.body.length - 1], k.kind);
  struct tail *t = malloc(sizeof *t + 9);
  t->n = 9;
  for (int i = 0; i < t->n; i++) t->text[i] = 'a' + i;
  t->text[9] = 0;
  puts(t->text);
  free(t);
  memmove(r.name, r.name + 1, 7);
  memcpy(r.name + 4, r.name, 4);
  puts(r.name);
  return 0;
}
