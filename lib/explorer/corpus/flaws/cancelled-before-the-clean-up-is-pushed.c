/* The thread has the semaphore, but not yet the clean-up that gives it back, when it is cancelled.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static sem_t lock;

static void give(void *unused) {
  (void)unused;
  sem_post(&lock);
}

static void *work(void *unused) {
  sem_wait(&lock);
  write(1, "", 0);
  pthread_cleanup_push(give, NULL);
  write(1, "", 0);
  pthread_cleanup_pop(1);
  return unused;
}

int main(void) {
  pthread_t thread;
  sem_init(&lock, 0, 1);
  pthread_create(&thread, NULL, work, NULL);
  usleep(20000);
  pthread_cancel(thread);
  pthread_join(thread, NULL);
  sem_wait(&lock); /* here */
  return 0;
}
