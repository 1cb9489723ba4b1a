/* The mended sibling of flaws/list-push-lost.c.
 *
 * right: 2\n
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

struct node {
  struct node *next;
};

static _Atomic(struct node *) head;

static void *push(void *node) {
  struct node *mine = node;
  struct node *seen = head;
  do mine->next = seen;
  while (!atomic_compare_exchange_weak(&head, &seen, mine));
  return NULL;
}

int main(void) {
  struct node nodes[2];
  pthread_t a, b;
  pthread_create(&a, NULL, push, &nodes[0]);
  pthread_create(&b, NULL, push, &nodes[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  int length = 0;
  for (struct node *at = head; at != NULL; at = at->next) length++;
  printf("%d\n", length);
  return 0;
}
