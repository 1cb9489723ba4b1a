/* tsearch: POSIX: a binary search tree. glibc keeps it balanced as a red-black tree; this one is an
   AVL tree, so depths that twalk tells may differ. */
#include <search.h>
#include <stdlib.h>

/* The key comes first: a node is handed out as a pointer to it. */
struct node {
  const void *key;
  struct node *left, *right;
  int height;
};

typedef int (*comparison)(const void *, const void *);

static int height(const struct node *node) {
  return node ? node->height : 0;
}

static void measure(struct node *node) {
  int left = height(node->left), right = height(node->right);
  node->height = 1 + (left > right ? left : right);
}

static struct node *rotate_right(struct node *node) {
  struct node *top = node->left;
  node->left = top->right;
  top->right = node;
  measure(node);
  measure(top);
  return top;
}

static struct node *rotate_left(struct node *node) {
  struct node *top = node->right;
  node->right = top->left;
  top->left = node;
  measure(node);
  measure(top);
  return top;
}

static struct node *balance(struct node *node) {
  int tilt = height(node->left) - height(node->right);
  if (tilt > 1) {
    if (height(node->left->left) < height(node->left->right)) node->left = rotate_left(node->left);
    return rotate_right(node);
  }
  if (tilt < -1) {
    if (height(node->right->right) < height(node->right->left)) node->right = rotate_right(node->right);
    return rotate_left(node);
  }
  measure(node);
  return node;
}

static struct node *add(struct node *node, const void *key, comparison compare, struct node **found) {
  if (!node) {
    node = malloc(sizeof *node);
    if (node) {
      node->key = key;
      node->left = node->right = NULL;
      node->height = 1;
    }
    *found = node;
    return node;
  }
  int order = compare(key, node->key);
  if (order == 0) {
    *found = node;
    return node;
  }
  struct node **side = order < 0 ? &node->left : &node->right;
  *side = add(*side, key, compare, found);
  return balance(node);
}

void *tsearch(const void *key, void **root, comparison compare) {
  struct node *found = NULL;
  if (!root) return NULL;
  *root = add(*root, key, compare, &found);
  return found;
}

void *tfind(const void *key, void *const *root, comparison compare) {
  struct node *at = root ? *root : NULL;
  while (at) {
    int order = compare(key, at->key);
    if (order == 0) break;
    at = order < 0 ? at->left : at->right;
  }
  return at;
}

static struct node *take_first(struct node *node, struct node **first) {
  if (!node->left) {
    *first = node;
    return node->right;
  }
  node->left = take_first(node->left, first);
  return balance(node);
}

static struct node *take(struct node *node, const void *key, comparison compare, struct node *above,
                         struct node **parent) {
  if (!node) return NULL;
  int order = compare(key, node->key);
  if (order != 0) {
    struct node **side = order < 0 ? &node->left : &node->right;
    *side = take(*side, key, compare, node, parent);
    return *parent ? balance(node) : node;
  }
  *parent = above;
  struct node *rest = node->left;
  if (node->right) {
    struct node *right = take_first(node->right, &rest);
    rest->right = right;
    rest->left = node->left;
  }
  free(node);
  return rest ? balance(rest) : NULL;
}

/* The parent of what was deleted, something else for the root, NULL when the key wasn't there. */
void *tdelete(const void *restrict key, void **restrict root, comparison compare) {
  static struct node above_root;
  struct node *parent = NULL;
  if (!root || !*root) return NULL;
  *root = take(*root, key, compare, &above_root, &parent);
  return parent;
}

static void walk(const struct node *node, void (*visit)(const void *, VISIT, int), int depth) {
  if (!node->left && !node->right) {
    visit(node, leaf, depth);
    return;
  }
  visit(node, preorder, depth);
  if (node->left) walk(node->left, visit, depth + 1);
  visit(node, postorder, depth);
  if (node->right) walk(node->right, visit, depth + 1);
  visit(node, endorder, depth);
}

void twalk(const void *root, void (*visit)(const void *node, VISIT which, int depth)) {
  if (root && visit) walk(root, visit, 0);
}

void tdestroy(void *root, void (*destroy)(void *key)) {
  struct node *node = root;
  if (!node) return;
  tdestroy(node->left, destroy);
  tdestroy(node->right, destroy);
  destroy((void *)node->key);
  free(node);
}
