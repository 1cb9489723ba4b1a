/* Each thread gets the address of the loop variable, which main has counted up by then. The addition itself
 * is main's own, by name.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int seen[3];

static void *mark(void *argument) {
  seen[*(int *)argument]++;
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (int k = 0; k < 2; k++) {
    pthread_create(&threads[k], NULL, mark, &k);
    usleep(5000);
  }
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  assert(seen[0] == 1); /* here */
  assert(seen[1] == 1); /* here */
  return 0;
}
