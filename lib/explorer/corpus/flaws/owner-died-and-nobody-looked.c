/* A robust mutex: who gets it from an owner that died is told so by EOWNERDEAD, and takes it for success.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  pthread_mutex_t lock;
  int low, high;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&shared->lock, &attributes);
  pid_t child = fork();
  if (child == 0) {
    pthread_mutex_lock(&shared->lock);
    shared->low = 1;
    shared->high = 1;
    pthread_mutex_unlock(&shared->lock);
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGKILL);
  wait(NULL);
  pthread_mutex_lock(&shared->lock);
  assert(shared->low == shared->high); /* here */
  pthread_mutex_unlock(&shared->lock);
  return 0;
}
