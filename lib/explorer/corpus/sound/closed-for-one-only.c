/* The mended sibling of flaws/closed-for-one-only.c.
 */
#include <pthread.h>
#include <unistd.h>

static int closed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t end = PTHREAD_COND_INITIALIZER;

static void *guest(void *unused) {
  pthread_mutex_lock(&lock);
  while (!closed) pthread_cond_wait(&end, &lock);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *late_guest(void *unused) {
  usleep(5000);
  return guest(unused);
}

int main(void) {
  pthread_t early, late;
  pthread_create(&early, NULL, guest, NULL);
  pthread_create(&late, NULL, late_guest, NULL);
  pthread_mutex_lock(&lock);
  closed = 1;
  pthread_cond_broadcast(&end);
  pthread_mutex_unlock(&lock);
  pthread_join(early, NULL);
  pthread_join(late, NULL);
  return 0;
}
