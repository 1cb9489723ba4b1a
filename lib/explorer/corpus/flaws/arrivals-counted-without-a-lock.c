/* A barrier made by hand: an arrival that is lost is never made up for.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int arrived;
  sem_t gate;
} *barrier;

static void meet(void) {
  barrier->arrived = barrier->arrived + 1;
  if (barrier->arrived == 2) {
    sem_post(&barrier->gate);
    sem_post(&barrier->gate);
  }
  sem_wait(&barrier->gate); /* here */
}

int main(void) {
  barrier = mmap(NULL, sizeof *barrier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&barrier->gate, 1, 0);
  if (fork() == 0) {
    meet();
    _exit(0);
  }
  usleep(1000);
  meet();
  wait(NULL);
  return 0;
}
