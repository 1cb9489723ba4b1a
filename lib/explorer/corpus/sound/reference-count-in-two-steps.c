/* The mended sibling of flaws/reference-count-in-two-steps.c.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static struct {
  atomic_int references;
} *object;

static void *release(void *unused) {
  if (--object->references == 0) free(object);
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
