/* The mended sibling of flaws/signal-instead-of-broadcast.c.
 */
#include <pthread.h>

static int stage;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *wait_for(void *wanted) {
  pthread_mutex_lock(&lock);
  while (stage < *(int *)wanted) pthread_cond_wait(&changed, &lock);
  stage++;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  return NULL;
}

int main(void) {
  pthread_t first, second;
  int one = 1, two = 2;
  pthread_create(&first, NULL, wait_for, &one);
  pthread_create(&second, NULL, wait_for, &two);
  pthread_mutex_lock(&lock);
  stage = 1;
  pthread_cond_broadcast(&changed);
  pthread_mutex_unlock(&lock);
  pthread_join(first, NULL);
  pthread_join(second, NULL);
  return 0;
}
