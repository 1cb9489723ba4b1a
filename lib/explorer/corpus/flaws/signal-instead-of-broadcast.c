/* Two wait for different things on one condition variable, and the signal wakes the wrong one.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static int stage;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *wait_for(void *wanted) {
  pthread_mutex_lock(&lock);
  while (stage < *(int *)wanted) pthread_cond_wait(&changed, &lock); /* here */
  stage++;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
  return NULL;
}

int main(void) {
  pthread_t first, second;
  int one = 1, two = 2;
  pthread_create(&first, NULL, wait_for, &one);
  usleep(2000);
  pthread_create(&second, NULL, wait_for, &two);
  usleep(2000);
  pthread_mutex_lock(&lock);
  stage = 1;
  pthread_cond_signal(&changed);
  pthread_mutex_unlock(&lock);
  pthread_join(first, NULL); /* here */
  pthread_join(second, NULL);
  return 0;
}
