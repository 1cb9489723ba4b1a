#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
static char arena[4096];
static size_t used;
static void *take(size_t n) {
  void *p = arena + used;
  used += (n + 15) & ~(size_t)15;
  return p;
}
struct block { struct block *next; };
static struct block *pool;
static char *page;
static void *from_pool(void) {
  if (pool == NULL) {
    page = malloc(16 * 32);
    for (int i = 0; i < 16; i++) {
      struct block *b = (struct block *)(page + 32 * i);
      b->next = pool;
      pool = b;
    }
  }
  struct block *b = pool;
  pool = b->next;
  return b;
}
static void to_pool(void *p) {
  struct block *b = p;
  b->next = pool;
  pool = b;
}
struct pair { char tag; long value; };
int main(void) {
  struct pair *a = take(sizeof *a), *b = from_pool(), *c = from_pool();
  a->tag = 'a';
  a->value = 1;
  b->tag = 'b';
  b->value = 2;
  *c = *b;
  c->value += a->value;
  to_pool(b);
  struct pair *d = from_pool();
  *d = *c;
  char *text = take(20);
  strcpy(text, "arena");
  printf("%c %ld %s %zu\n", d->tag, d->value, text, used);
  free(page);
  return 0;
}
