/* The whole struct is assigned at once, says the source; but it is copied word by word.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

struct point {
  long x, y, z;
};

static struct point shared;

static void *move(void *unused) {
  struct point there = {1, 1, 1};
  shared = there;
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, move, NULL);
  usleep(2000);
  struct point here = shared;
  assert(here.x == here.z); /* here */
  pthread_join(thread, NULL);
  return 0;
}
