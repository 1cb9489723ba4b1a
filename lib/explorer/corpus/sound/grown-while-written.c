/* The mended sibling of flaws/grown-while-written.c.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int *items;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *grow(void *unused) {
  pthread_mutex_lock(&lock);
  int *larger = malloc(4 * sizeof *larger);
  memcpy(larger, items, 2 * sizeof *items);
  int *old = items;
  items = larger;
  free(old);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *write_first(void *unused) {
  pthread_mutex_lock(&lock);
  items[0] = 1;
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  items = calloc(2, sizeof *items);
  pthread_t a, b;
  pthread_create(&a, NULL, write_first, NULL);
  pthread_create(&b, NULL, grow, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  free(items);
  return 0;
}
