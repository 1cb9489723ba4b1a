/* The inner wait gives up the inner lock, not the outer one that the other side needs.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static pthread_mutex_t outer = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t inner = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static int items;

static void *put(void *unused) {
  pthread_mutex_lock(&outer); /* here */
  pthread_mutex_lock(&inner);
  items++;
  pthread_cond_signal(&filled);
  pthread_mutex_unlock(&inner);
  pthread_mutex_unlock(&outer);
  return unused;
}

static void *take(void *unused) {
  pthread_mutex_lock(&outer);
  pthread_mutex_lock(&inner);
  while (items == 0) pthread_cond_wait(&filled, &inner); /* here */
  items--;
  pthread_mutex_unlock(&inner);
  pthread_mutex_unlock(&outer);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, put, NULL);
  usleep(2000);
  pthread_create(&b, NULL, take, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
