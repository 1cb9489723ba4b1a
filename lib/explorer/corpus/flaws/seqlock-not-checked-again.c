/* The reader checks the sequence number before it reads, but not after.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static volatile int sequence;
static volatile int low, high;

static void *writer(void *unused) {
  sequence++;
  low = 1;
  high = 1;
  sequence++;
  return unused;
}

static void *reader(void *unused) {
  while (sequence % 2 != 0)
    ;
  int l = low;
  int h = high;
  assert(l == h); /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, writer, NULL);
  pthread_create(&b, NULL, reader, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
