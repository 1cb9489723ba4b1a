/* The mended sibling of flaws/struct-copied-while-written.c.
 */
#include <assert.h>
#include <pthread.h>

struct point {
  long x, y, z;
};

static struct point shared;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *move(void *unused) {
  struct point there = {1, 1, 1};
  pthread_mutex_lock(&lock);
  shared = there;
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, move, NULL);
  pthread_mutex_lock(&lock);
  struct point here = shared;
  pthread_mutex_unlock(&lock);
  assert(here.x == here.z);
  pthread_join(thread, NULL);
  return 0;
}
