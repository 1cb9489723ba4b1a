/* Processes: the one that waits looks at the flag without the mutex, and waits in any case.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int ready;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t mutex;
  pthread_condattr_t condition;
  pthread_mutexattr_init(&mutex);
  pthread_mutexattr_setpshared(&mutex, PTHREAD_PROCESS_SHARED);
  pthread_condattr_init(&condition);
  pthread_condattr_setpshared(&condition, PTHREAD_PROCESS_SHARED);
  pthread_mutex_init(&shared->lock, &mutex);
  pthread_cond_init(&shared->changed, &condition);
  if (fork() == 0) {
    usleep(20000);
    pthread_mutex_lock(&shared->lock);
    shared->ready = 1;
    pthread_cond_signal(&shared->changed);
    pthread_mutex_unlock(&shared->lock);
    _exit(0);
  }
  if (!shared->ready) {
    pthread_mutex_lock(&shared->lock);
    pthread_cond_wait(&shared->changed, &shared->lock); /* here */
    pthread_mutex_unlock(&shared->lock);
  }
  wait(NULL);
  return 0;
}
