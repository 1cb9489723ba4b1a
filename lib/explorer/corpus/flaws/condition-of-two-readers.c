/* A writer tells one reader at a time; the reader that is told finds the data gone and tells nobody.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int version;

static void *read_version(void *argument) {
  int wanted = argument == NULL ? 1 : 2;
  pthread_mutex_lock(&lock);
  while (version < wanted) pthread_cond_wait(&changed, &lock); /* here */
  pthread_mutex_unlock(&lock);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  pthread_create(&threads[0], NULL, read_version, NULL);
  usleep(3000);
  pthread_create(&threads[1], NULL, read_version, threads);
  usleep(3000);
  for (int k = 0; k < 2; k++) {
    pthread_mutex_lock(&lock);
    version++;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    usleep(3000);
  }
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
