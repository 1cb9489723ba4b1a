/* The event is reset after the work, so one that came during the work is forgotten.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int event;
  int handled;
  sem_t bell;
} *shared;

static void notify(void) {
  if (__atomic_exchange_n(&shared->event, 1, __ATOMIC_SEQ_CST) == 0) sem_post(&shared->bell);
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->bell, 1, 0);
  if (fork() == 0) {
    notify();
    usleep(2000);
    notify();
    _exit(0);
  }
  for (int i = 0; i < 2; i++) {
    sem_wait(&shared->bell); /* here */
    shared->handled++;
    shared->event = 0;
  }
  wait(NULL);
  return 0;
}
