/* Testing the flag and setting it are two steps, so both come through.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>

static volatile int locked;
static volatile int inside;

static void *enter(void *unused) {
  while (locked)
    ;
  locked = 1;
  inside++;
  assert(inside == 1); /* here */
  inside--;
  locked = 0;
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
