/* A stack without locks: the successor is read from an element that another has popped and freed.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

struct element {
  struct element *next;
};

static struct element *_Atomic top;

static void *pop(void *nap) {
  if (nap != NULL) usleep(3000);
  struct element *first = top;
  while (first != NULL && !atomic_compare_exchange_strong(&top, &first, first->next)) /* here */
    ;
  free(first);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (int k = 0; k < 2; k++) {
    struct element *element = malloc(sizeof *element);
    element->next = top;
    top = element;
  }
  pthread_create(&threads[0], NULL, pop, NULL);
  pthread_create(&threads[1], NULL, pop, &top);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
