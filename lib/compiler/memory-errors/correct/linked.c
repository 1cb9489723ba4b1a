#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct tree { char *key; int count; struct tree *left, *right; };
static struct tree *add(struct tree *t, const char *key) {
  if (t == NULL) {
    t = malloc(sizeof *t);
    t->key = strdup(key);
    t->count = 1;
    t->left = t->right = NULL;
    return t;
  }
  int order = strcmp(key, t->key);
  if (order == 0) t->count++;
  else if (order < 0) t->left = add(t->left, key);
  else t->right = add(t->right, key);
  return t;
}
static void drop(struct tree *t) {
  if (t == NULL) return;
  drop(t->left);
  drop(t->right);
  free(t->key);
  free(t);
}
struct node { int value; struct node *next, *previous; };
int main(void) {
  struct tree *t = NULL;
  char words[] = "the cat and the dog and the bird";
  for (char *w = strtok(words, " "); w != NULL; w = strtok(NULL, " ")) t = add(t, w);
  printf("%s %d\n", t->key, t->count);
  drop(t);
  struct node ring;
  ring.next = ring.previous = &ring;
  for (int i = 0; i < 4; i++) {
    struct node *n = malloc(sizeof *n);
    n->value = i;
    n->next = &ring;
    n->previous = ring.previous;
    n->previous->next = n;
    ring.previous = n;
  }
  for (struct node *n = ring.next, *next; n != &ring; n = next) {
    next = n->next;
    printf("%d ", n->value);
    free(n);
  }
  puts("");
  return 0;
}
