/* One thread is interrupted in the middle of the addition by a signal whose handler adds, too; the mutex
 * that all threads take is no help, since the handler can't take it.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile int count;

static void on_signal(int number) {
  (void)number;
  count = count + 1;
}

static void *work(void *unused) {
  pthread_mutex_lock(&lock);
  count = count + 1; /* here */
  pthread_mutex_unlock(&lock);
  usleep(40000);
  return unused;
}

int main(void) {
  pthread_t thread;
  signal(SIGUSR1, on_signal);
  pthread_create(&thread, NULL, work, NULL);
  usleep(10000);
  pthread_kill(thread, SIGUSR1);
  pthread_join(thread, NULL);
  printf("%d\n", count);
  return 0;
}
