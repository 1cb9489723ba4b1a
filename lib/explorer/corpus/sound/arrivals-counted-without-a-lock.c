/* The mended sibling of flaws/arrivals-counted-without-a-lock.c.
 */
#include <semaphore.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int arrived;
  sem_t gate;
} *barrier;

static void meet(void) {
  if (++barrier->arrived == 2) {
    sem_post(&barrier->gate);
    sem_post(&barrier->gate);
  }
  sem_wait(&barrier->gate);
}

int main(void) {
  barrier = mmap(NULL, sizeof *barrier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&barrier->gate, 1, 0);
  if (fork() == 0) {
    meet();
    _exit(0);
  }
  meet();
  wait(NULL);
  return 0;
}
