/* The mended sibling of flaws/seqlock-not-checked-again.c.
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
  int before, l, h;
  do {
    before = sequence;
    l = low;
    h = high;
  } while (before % 2 != 0 || before != sequence);
  assert(l == h);
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
