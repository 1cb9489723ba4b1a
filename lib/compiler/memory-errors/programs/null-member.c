#include <stdio.h>
struct node { int value; struct node *next; };
int main(void) {
  struct node *list = NULL;
  printf("%p\n", (void *)list->next); // ERROR: null-pointer
  return 0;
}
