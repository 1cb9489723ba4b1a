/* The handler waits for the semaphore that the interrupted code holds.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t *mutex;

static void on_signal(int number) {
  (void)number;
  sem_wait(mutex); /* here */
  sem_post(mutex);
}

int main(void) {
  mutex = mmap(NULL, sizeof *mutex, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(mutex, 1, 1);
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  sem_wait(mutex);
  sem_post(mutex);
  while (wait(NULL) < 0)
    ;
  return 0;
}
