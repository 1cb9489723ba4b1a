/* Two may wait for the end, but only one of them is told. The second comes so late that it sees
 * the end itself, mostly.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static int closed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t end = PTHREAD_COND_INITIALIZER;

static void *guest(void *unused) {
  pthread_mutex_lock(&lock);
  while (!closed) pthread_cond_wait(&end, &lock); /* here */
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
  pthread_cond_signal(&end);
  pthread_mutex_unlock(&lock);
  pthread_join(early, NULL); /* here */
  pthread_join(late, NULL);  /* here */
  return 0;
}
