/* The entry is found under the lock and used after it; meanwhile it is evicted.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdlib.h>

static int *entry;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int *find(void) {
  pthread_mutex_lock(&lock);
  int *found = entry;
  pthread_mutex_unlock(&lock);
  return found;
}

static void *use(void *unused) {
  int *found = find();
  if (found != NULL) *found = 1; /* here */
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
