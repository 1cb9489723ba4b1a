/* Another thread holds the lock at the moment of fork: in the child nobody will ever unlock it.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *unused) {
  pthread_mutex_lock(&lock);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  usleep(3000);
  if (fork() == 0) {
    pthread_mutex_lock(&lock); /* here */
    _exit(0);
  }
  wait(NULL); /* here */
  pthread_join(thread, NULL);
  return 0;
}
