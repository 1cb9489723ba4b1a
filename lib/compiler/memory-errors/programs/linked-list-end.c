struct node { int value; struct node *next; };
int main(void) {
  struct node last = {2, 0}, first = {1, &last};
  struct node *n = &first;
  while (n->value != 3) // ERROR: null-pointer
    n = n->next;
  return 0;
}
