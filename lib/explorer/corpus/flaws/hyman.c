/* Hyman's algorithm of 1966, published as a simplification of Dijkstra's.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static volatile int wants[2], turn;
static int inside;

static void *work(void *argument) {
  int me = argument != NULL;
  usleep((1 - me) * 3000);
  wants[me] = 1;
  while (turn != me) {
    while (wants[1 - me])
      ;
    turn = me;
  }
  assert(__atomic_fetch_add(&inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(&inside, 1, __ATOMIC_SEQ_CST);
  wants[me] = 0;
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, work, NULL);
  pthread_create(&threads[1], NULL, work, threads);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
