/* Three threads, three locks, each holds one and wants the next.
 *
 * shows: deadlock
 */
#include <pthread.h>

static pthread_mutex_t locks[3] = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER};

static void *work(void *number) {
  int mine = *(int *)number;
  int next = (mine + 1) % 3;
  pthread_mutex_lock(&locks[mine]);
  pthread_mutex_lock(&locks[next]); /* here */
  pthread_mutex_unlock(&locks[next]);
  pthread_mutex_unlock(&locks[mine]);
  return NULL;
}

int main(void) {
  pthread_t threads[3];
  int numbers[3] = {0, 1, 2};
  for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, work, &numbers[i]);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
  return 0;
}
