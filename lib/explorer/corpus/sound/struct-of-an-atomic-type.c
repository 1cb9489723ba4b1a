/* An object of an atomic type is copied whole, whatever its size.
 */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

struct point {
  long x, y, z;
};

static _Atomic struct point shared;

static void *move(void *unused) {
  struct point there = {1, 1, 1};
  shared = there;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, move, NULL);
  struct point here = atomic_load(&shared);
  assert(here.x == here.z);
  pthread_join(thread, NULL);
  return 0;
}
