/* One gate for both rounds: whoever is fast takes the token that was meant for the slow one.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t mutex, gate;
  int arrived;
} *barrier;

static void meet(void) {
  sem_wait(&barrier->mutex);
  if (++barrier->arrived == 2) {
    barrier->arrived = 0;
    sem_post(&barrier->gate);
    sem_post(&barrier->gate);
  }
  sem_post(&barrier->mutex);
  sem_wait(&barrier->gate); /* here */
}

static void walk(int pace) {
  meet();
  usleep(pace);
  meet();
}

int main(void) {
  barrier = mmap(NULL, sizeof *barrier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&barrier->mutex, 1, 1);
  sem_init(&barrier->gate, 1, 0);
  if (fork() == 0) {
    walk(1000);
    _exit(0);
  }
  walk(1000);
  wait(NULL);
  return 0;
}
