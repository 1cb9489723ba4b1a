/* An atomic variable, but x = x + 1 is an atomic load and an atomic store, not an atomic
 * addition.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int x;

static void *work(void *unused) {
  x = x + 1; /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, work, NULL);
  pthread_create(&b, NULL, work, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", x);
  return 0;
}
