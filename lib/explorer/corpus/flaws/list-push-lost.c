/* Two threads put a node before the same head; one node is gone.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

struct node {
  struct node *next;
};

static struct node *head;

static void *push(void *node) {
  struct node *mine = node;
  mine->next = head; /* here */
  head = mine;       /* here */
  return NULL;
}

int main(void) {
  struct node nodes[2];
  pthread_t a, b;
  pthread_create(&a, NULL, push, &nodes[0]);
  usleep(2000);
  pthread_create(&b, NULL, push, &nodes[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  int length = 0;
  for (struct node *at = head; at != NULL; at = at->next) length++;
  printf("%d\n", length);
  return 0;
}
