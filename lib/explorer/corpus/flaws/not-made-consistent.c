/* After EOWNERDEAD the mutex is unlocked without pthread_mutex_consistent: nobody gets it any more.
 *
 * shows: assert
 */
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t *lock;

static void use(void) {
  int got = pthread_mutex_lock(lock);
  assert(got == 0 || got == EOWNERDEAD); /* here */
  pthread_mutex_unlock(lock);
}

int main(void) {
  lock = mmap(NULL, sizeof *lock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pthread_mutexattr_t attributes;
  pthread_mutexattr_init(&attributes);
  pthread_mutexattr_setpshared(&attributes, PTHREAD_PROCESS_SHARED);
  pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(lock, &attributes);
  pid_t child = fork();
  if (child == 0) {
    use();
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGKILL);
  wait(NULL);
  use();
  use();
  return 0;
}
