#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct node { int key; struct node *left, *right; };
static struct node *insert(struct node *t, int key) {
  if (!t) { t = malloc(sizeof *t); t->key = key; t->left = t->right = NULL; }
  else if (key < t->key) t->left = insert(t->left, key);
  else t->right = insert(t->right, key);
  return t;
}
static void show(struct node *t) { if (t) { show(t->left); printf("%d ", t->key); show(t->right); } }
static void drop(struct node *t) { if (t) { drop(t->left); drop(t->right); free(t); } }
int main(void) {
  struct node *root = NULL;
  unsigned r = 7;
  for (int i = 0; i < 20; i++) { r = r * 1103515245u + 12345u; root = insert(root, (int)(r >> 16) % 100); }
  show(root); drop(root);
  int *v = malloc(4 * sizeof *v), n = 0, room = 4;
  for (int i = 0; i < 50; i++) { if (n == room) v = realloc(v, (size_t)(room *= 2) * sizeof *v); v[n++] = i * i; }
  printf("\n%d %d %d\n", n, room, v[49]);
  free(v);
  char **lines = calloc(3, sizeof *lines);
  printf("%d\n", lines[2] == NULL);
  for (int i = 0; i < 3; i++) { lines[i] = malloc(16); sprintf(lines[i], "line %d", i); }
  for (int i = 2; i >= 0; i--) { printf("%s;", lines[i]); free(lines[i]); }
  free(lines); free(NULL);
  void *huge = malloc((size_t)1 << 60);
  printf("%d\n", huge == NULL);
  return 0;
}
