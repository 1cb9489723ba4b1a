/* The mended sibling of flaws/barrier-used-again.c.
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t mutex, gates[2];
  int arrived;
} *barrier;

static void meet(int round) {
  sem_wait(&barrier->mutex);
  if (++barrier->arrived == 2) {
    barrier->arrived = 0;
    sem_post(&barrier->gates[round]);
    sem_post(&barrier->gates[round]);
  }
  sem_post(&barrier->mutex);
  sem_wait(&barrier->gates[round]);
}

static void walk(void) {
  meet(0);
  meet(1);
}

int main(void) {
  barrier = mmap(NULL, sizeof *barrier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&barrier->mutex, 1, 1);
  sem_init(&barrier->gates[0], 1, 0);
  sem_init(&barrier->gates[1], 1, 0);
  if (fork() == 0) {
    walk();
    _exit(0);
  }
  walk();
  wait(NULL);
  return 0;
}
