#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct text { size_t length; char bytes[]; };
struct old { int n; int values[1]; };
int main(void) {
  struct text *t = malloc(sizeof *t + 6);
  t->length = 5;
  memcpy(t->bytes, "hello", 6);
  struct text *u = malloc(sizeof *u + t->length + 1);
  memcpy(u, t, sizeof *u + t->length + 1);
  printf("%zu %s\n", u->length, u->bytes);
  struct old *o = malloc(sizeof *o + 9 * sizeof(int));
  o->n = 10;
  for (int i = 0; i < o->n; i++) o->values[i] = i;
  int sum = 0;
  for (int i = 0; i < o->n; i++) sum += o->values[i];
  printf("%d\n", sum);
  free(t);
  free(u);
  free(o);
  return 0;
}
