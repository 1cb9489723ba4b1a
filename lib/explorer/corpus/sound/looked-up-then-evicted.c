/* The mended sibling of flaws/looked-up-then-evicted.c.
 */
#include <pthread.h>
#include <stdlib.h>

static int *entry;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *use(void *unused) {
  pthread_mutex_lock(&lock);
  if (entry != NULL) *entry = 1;
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *evict(void *unused) {
  pthread_mutex_lock(&lock);
  free(entry);
  entry = NULL;
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  entry = malloc(sizeof *entry);
  pthread_t a, b;
  pthread_create(&a, NULL, use, NULL);
  pthread_create(&b, NULL, evict, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
