/* The count goes down atomically, but it is looked at again afterwards: both see 0.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static struct {
  atomic_int references;
} *object;

static void *release(void *unused) {
  object->references--;
  if (object->references == 0) free(object); /* here */
  return unused;
}

int main(void) {
  object = malloc(sizeof *object);
  object->references = 2;
  pthread_t a, b;
  pthread_create(&a, NULL, release, NULL);
  pthread_create(&b, NULL, release, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
