/* Each announces itself and waits as long as the other is announced: both may wait for ever.
 *
 * shows: livelock
 */
#include <pthread.h>
#include <unistd.h>

static volatile int wants[2];

static void *work(void *argument) {
  int me = argument != NULL;
  usleep(me * 3000);
  wants[me] = 1;
  while (wants[1 - me]) /* here */
    ;
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
