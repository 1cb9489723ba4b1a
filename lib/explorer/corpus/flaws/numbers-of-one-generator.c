/* rand keeps its state for the whole process: two threads may get the same number.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static unsigned long state = 1;
static unsigned long got[2];

static unsigned long next_number(void) {
  state = state * 6364136223846793005u + 1442695040888963407u;
  return state;
}

static void *draw(void *argument) {
  int me = argument != NULL;
  usleep(me * 3000);
  got[me] = next_number(); /* here */
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, draw, NULL);
  pthread_create(&threads[1], NULL, draw, threads);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  assert(got[0] != got[1]); /* here */
  return 0;
}
