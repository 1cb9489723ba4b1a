#include <stdio.h>
#include <stdlib.h>
#include <string.h>
typedef struct node {
  int v;
  struct node *next, *prev;
} node;
typedef struct {
  node head;
  int n;
} list;
static void init(list *l) {
  l->head.next = l->head.prev = &l->head;
  l->n = 0;
}

static void push(list *l, int v) {
  node *x = malloc(sizeof *x);
  x->v = v;
  x->next = &l->head;
  x->prev = l->head.prev;
  l->head.prev->next = x;
  l->head.prev = x;
  l->n++;
}

static int pop(list *l) {
  node *x = l->head.next;
  int v = x->v;
  x->prev->next = x->next;
  x->next->prev = x->prev;
  free(x);
  l->n--;
  return v;
}

struct heap {
  int *a, n, cap;
};
static void hpush(struct heap *h, int v) {
  if (h->n == h->cap) h->a = realloc(h->a, (h->cap = h->cap ? 2 * h->cap : 2) * sizeof(int));
  int i = h->n++;
  while (i && h->a[(i - 1) / 2] > v) {
    h->a[i] = h->a[(i - 1) / 2];
    i = (i - 1) / 2;
  }
  h->a[i] = v;
}

static int hpop(struct heap *h) {
  int r = h->a[0], v = h->a[--h->n], i = 0, c;
  while ((c = 2 * i + 1) < h->n) {
    if (c + 1 < h->n && h->a[c + 1] < h->a[c]) c++;
    if (h->a[c] >= v) break;
    h->a[i] = h->a[c];
    i = c;
  }
  h->a[i] = v;
  return r;
}

struct entry {
  char *k;
  int v;
  struct entry *next;
};
static struct entry *tab[13];
static unsigned hash(const char *s) {
  unsigned h = 0;
  while (*s) h = *s++ + 31 * h;
  return h % 13;
}

static struct entry *lookup(const char *k, int make) {
  struct entry **p = &tab[hash(k)];
  for (; *p; p = &(*p)->next) if (!strcmp((*p)->k, k)) return *p;
  if (!make) return NULL;
  *p = calloc(1, sizeof **p);
  (*p)->k = strdup(k);
  return *p;
}

static node *reverse(node *l) {
  node *r = NULL;
  while (l) {
    node *n = l->next;
    l->next = r;
    r = l;
    l = n;
  }
  return r;
}

static int graph[6][6] = {{0, 7, 9, 0, 0, 14}, {7, 0, 10, 15}, {9, 10, 0, 11, 0, 2}, {0, 15, 11, 0, 6}, {0,
    0, 0, 6, 0, 9}, {14, 0, 2, 0, 9}};
int main(void) {
  list l;
  init(&l);
  for (int i = 0; i < 5; i++) push(&l, i * i);
  printf("%d %d left %d\n", pop(&l), pop(&l), l.n);
  while (l.n) printf("%d ", pop(&l));
  printf("\n");
  struct heap h = {0};
  int in[] = {5, 3, 9, 1, 7, 2};
  for (int i = 0; i < 6; i++) hpush(&h, in[i]);
  while (h.n) printf("%d ", hpop(&h));
  printf("\n");
  free(h.a);
  const char *w[] = {"a", "bb", "a", "ccc", "bb", "a"};
  for (int i = 0; i < 6; i++) lookup(w[i], 1)->v++;
  printf("%d %d %d %d\n", lookup("a", 0)->v, lookup("bb", 0)->v, lookup("ccc", 0)->v, lookup("zz",
      0) == NULL);
  for (int i = 0; i < 13; i++) while (tab[i]) {
    struct entry *e = tab[i];
    tab[i] = e->next;
    free(e->k);
    free(e);
  }
  node *r = NULL;
  for (int i = 0; i < 4; i++) {
    node *x = malloc(sizeof *x);
    x->v = i;
    x->next = r;
    r = x;
  }
  r = reverse(r);
  while (r) {
    node *n = r->next;
    printf("%d ", r->v);
    free(r);
    r = n;
  }
  printf("\n");
  int dist[6], done[6] = {0};
  for (int i = 0; i < 6; i++) dist[i] = 1 << 20;
  dist[0] = 0;
  for (int k = 0; k < 6; k++) {
    int b = -1;
    for (int i = 0; i < 6; i++) if (!done[i] && (b < 0 || dist[i] < dist[b])) b = i;
    done[b] = 1;
    for (int i = 0; i < 6; i++) if (graph[b][i]
        && dist[b] + graph[b][i] < dist[i]) dist[i] = dist[b] + graph[b][i];
  }
  for (int i = 0; i < 6; i++) printf("%d ", dist[i]);
  printf("\n");
  return 0;
}
