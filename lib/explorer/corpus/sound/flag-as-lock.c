/* The mended sibling of flaws/flag-as-lock.c.
 */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static atomic_flag locked = ATOMIC_FLAG_INIT;
static volatile int inside;

static void *enter(void *unused) {
  while (atomic_flag_test_and_set(&locked))
    ;
  inside++;
  assert(inside == 1);
  inside--;
  atomic_flag_clear(&locked);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, enter, NULL);
  pthread_create(&b, NULL, enter, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
