/* The mended sibling of flaws/two-locks-for-one-thing.c.
 *
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>

static int total;
static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;

static void *add(void *lock) {
  pthread_mutex_lock(lock);
  total++;
  pthread_mutex_unlock(lock);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, add, &first);
  pthread_create(&b, NULL, add, &first);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", total);
  return 0;
}
