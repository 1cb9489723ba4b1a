/* The mended sibling of flaws/if-instead-of-while.c.
 */
#include <assert.h>
#include <pthread.h>

static int items;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *consumer(void *unused) {
  pthread_mutex_lock(&lock);
  while (items == 0) pthread_cond_wait(&more, &lock);
  assert(items > 0);
  items--;
  pthread_mutex_unlock(&lock);
  return unused;
}

static void put(void) {
  pthread_mutex_lock(&lock);
  items++;
  pthread_cond_signal(&more);
  pthread_mutex_unlock(&lock);
}

int main(void) {
  pthread_t early, late;
  pthread_create(&early, NULL, consumer, NULL);
  put();
  pthread_create(&late, NULL, consumer, NULL);
  put();
  pthread_join(early, NULL);
  pthread_join(late, NULL);
  return 0;
}
