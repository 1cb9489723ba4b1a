/* C11 6.7.2.1p18: flexible array members, their offsets, copies, initializers (GNU), in unions. */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct line {
  int length;
  char text[];
};
struct odd {
  double d;
  char c;
  short rest[];
};
struct zero {
  int n;
  int data[0];
};
struct old {
  int n;
  int data[1];
};
static struct line fixed = {5, "hello"};
static struct zero z = {2, {}};
struct nested {
  struct line head;
};

int main(void) {
  printf("%zu %zu\n", sizeof(struct line), offsetof(struct line, text));
  printf("%zu %zu\n", sizeof(struct odd), offsetof(struct odd, rest));
  printf("%zu %zu\n", sizeof(struct zero), sizeof(struct old));
  printf("%zu %zu\n", sizeof fixed, sizeof(struct nested));
  printf("%s\n", fixed.text);
  printf("%d\n", z.n);
  struct line *l = malloc(sizeof *l + 10);
  l->length = 9;
  strcpy(l->text, "nine char");
  printf("%d %s %c\n", l->length, l->text, l->text[3]);
  struct line copy = *l;
  printf("%d\n", copy.length);
  struct odd *o = malloc(sizeof *o + 4 * sizeof(short));
  for (int i = 0; i < 4; i++) o->rest[i] = (short)(i * i);
  short *end = &o->rest[3];
  printf("%d %td\n", *end, end - o->rest);
  free(o);
  struct zero *v = malloc(sizeof *v + 3 * sizeof(int));
  v->n = 3;
  for (int i = 0; i < v->n; i++) v->data[i] = 10 * i;
  int sum = 0;
  for (int i = 0; i < v->n; i++) sum += v->data[i];
  printf("%d %zu\n", sum, sizeof v->data);
  free(v);
  l = realloc(l, sizeof *l + 40);
  strcat(l->text, "acters and more");
  printf("%s\n", l->text);
  free(l);
  return 0;
}
