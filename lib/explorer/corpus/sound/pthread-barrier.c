/* Two rounds over a barrier of the library.
 *
 * right: aabb\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_barrier_t barrier;

static void *walk(void *unused) {
  write(1, "a", 1);
  pthread_barrier_wait(&barrier);
  write(1, "b", 1);
  return unused;
}

int main(void) {
  pthread_barrier_init(&barrier, NULL, 2);
  pthread_t a, b;
  pthread_create(&a, NULL, walk, NULL);
  pthread_create(&b, NULL, walk, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  puts("");
  return 0;
}
