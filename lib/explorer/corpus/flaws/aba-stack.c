/* Pop by compare-and-swap: the head is the same again, but what is below it is not (ABA).
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

struct node {
  struct node *next;
};

static struct node a, b;
static _Atomic(struct node *) head = &a;

static struct node *pop(void) {
  struct node *top = head;
  if (top == NULL) return NULL;
  struct node *next = top->next;
  return atomic_compare_exchange_strong(&head, &top, next) ? top : NULL;
}

static void push(struct node *node) {
  node->next = head;
  head = node;
}

static void *popper(void *unused) {
  pop();
  return unused;
}

static void *busy(void *unused) {
  struct node *first = pop();
  struct node *second = first == NULL ? NULL : pop();
  if (second == NULL) return unused;
  push(first);
  usleep(1000);
  assert(head != second); /* here */
  return unused;
}

int main(void) {
  a.next = &b;
  pthread_t a, b;
  pthread_create(&a, NULL, popper, NULL);
  usleep(2000);
  pthread_create(&b, NULL, busy, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
