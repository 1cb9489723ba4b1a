/* A node is removed and freed while another thread stands on it.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdlib.h>

struct node {
  int value;
  struct node *next;
};

static struct node *head;
static int sum;

static void *walk(void *unused) {
  for (struct node *at = head; at != NULL; at = at->next) /* here */
    sum += at->value;                                      /* here */
  return unused;
}

static void *drop(void *unused) {
  struct node *first = head;
  head = first->next;
  free(first);
  return unused;
}

int main(void) {
  head = malloc(sizeof *head);
  *head = (struct node){1, NULL};
  pthread_t a, b;
  pthread_create(&a, NULL, walk, NULL);
  pthread_create(&b, NULL, drop, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
