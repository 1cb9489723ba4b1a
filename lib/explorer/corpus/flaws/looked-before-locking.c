/* The worker looks whether there is work before it takes the lock.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static int work;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;

static void *worker(void *unused) {
  if (work == 0) {
    pthread_mutex_lock(&lock);
    pthread_cond_wait(&more, &lock); /* here */
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

static void *boss(void *unused) {
  pthread_mutex_lock(&lock);
  work = 1;
  pthread_cond_signal(&more);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, worker, NULL);
  usleep(2000);
  pthread_create(&b, NULL, boss, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
