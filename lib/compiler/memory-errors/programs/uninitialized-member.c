#include <stdio.h>
#include <stdlib.h>
struct node { int value; struct node *left, *right; };
int main(void) {
  struct node *root = malloc(sizeof *root);
  root->value = 3;
  root->left = NULL;
  if (root->right == NULL) // ERROR: uninitialized
    puts("leaf");
  free(root);
  return 0;
}
