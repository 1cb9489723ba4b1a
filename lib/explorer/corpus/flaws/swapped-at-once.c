/* Two threads swap the same two variables; one value is there twice afterwards.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static int left = 1;
static int right = 2;

static void *swap(void *unused) {
  int old = left;
  left = right;
  right = old;
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, swap, NULL);
  pthread_create(&b, NULL, swap, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  assert(left + right == 3); /* here */
  return 0;
}
