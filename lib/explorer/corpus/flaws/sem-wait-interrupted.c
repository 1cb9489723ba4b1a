/* sem_wait is interrupted by a signal, and nobody looks at its result: two are in the critical
 * section.
 *
 * shows: assert
 */
#include <assert.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
}

static struct {
  sem_t mutex;
  int inside;
} *shared;

static void work(int nap) {
  sem_wait(&shared->mutex);
  shared->inside++;
  assert(shared->inside == 1); /* here */
  usleep(nap);
  shared->inside--;
  sem_post(&shared->mutex);
}

int main(void) {
  struct sigaction action = {.sa_handler = on_signal};
  sigaction(SIGUSR1, &action, NULL);
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->mutex, 1, 1);
  pid_t child = fork();
  if (child == 0) {
    work(0);
    _exit(0);
  }
  usleep(5000);
  kill(child, SIGUSR1);
  work(0);
  wait(NULL);
  return 0;
}
