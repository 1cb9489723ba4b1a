/* A binary search tree: insert, walk, height, delete. */
#include <stdio.h>
#include <stdlib.h>

typedef struct tree {
  int key;
  struct tree *left, *right;
} tree;

static tree *insert(tree *t, int key) {
  if (!t) {
    t = calloc(1, sizeof(tree));
    t->key = key;
  } else if (key < t->key) {
    t->left = insert(t->left, key);
  } else if (key > t->key) {
    t->right = insert(t->right, key);
  }
  return t;
}

static void walk(const tree *t, void (*visit)(int)) {
  if (!t) return;
  walk(t->left, visit);
  visit(t->key);
  walk(t->right, visit);
}

static int height(const tree *t) {
  if (!t) return 0;
  int l = height(t->left), r = height(t->right);
  return 1 + (l > r ? l : r);
}

static tree *delete(tree *t, int key) {
  if (!t) return NULL;
  if (key < t->key) t->left = delete(t->left, key);
  else if (key > t->key) t->right = delete(t->right, key);
  else if (!t->left || !t->right) {
    tree *child = t->left ? t->left : t->right;
    free(t);
    return child;
  } else {
    tree *m = t->right;
    while (m->left) m = m->left;
    t->key = m->key;
    t->right = delete(t->right, m->key);
  }
  return t;
}

static void release(tree *t) {
  if (!t) return;
  release(t->left);
  release(t->right);
  free(t);
}

static void print(int key) {
  printf("%d ", key);
}

int main(void) {
  tree *t = NULL;
  unsigned x = 12345;
  for (int i = 0; i < 40; i++) {
    x = x * 1103515245 + 12345;
    t = insert(t, (int)(x >> 16) % 100);
  }
  walk(t, print);
  printf("\n%d\n", height(t));
  for (int k = 0; k < 100; k += 3) t = delete(t, k);
  walk(t, print);
  printf("\n%d\n", height(t));
  release(t);
  return 0;
}
