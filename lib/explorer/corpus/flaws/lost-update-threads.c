/* count++ of two threads is not one step.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>

static int count;

static void *work(void *unused) {
  count++; /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, work, NULL);
  pthread_create(&b, NULL, work, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", count);
  return 0;
}
