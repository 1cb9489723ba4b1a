/* A waiter says that it waits and then waits; the poster looks in between the wrong two steps.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int waiting;
  int ready;
  sem_t bell;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->bell, 1, 0);
  if (fork() == 0) {
    usleep(2000);
    shared->ready = 1;
    if (shared->waiting) sem_post(&shared->bell);
    _exit(0);
  }
  if (!shared->ready) {
    shared->waiting = 1;
    sem_wait(&shared->bell); /* here */
  }
  wait(NULL);
  return 0;
}
