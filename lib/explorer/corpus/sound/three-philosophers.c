/* The mended sibling of flaws/three-philosophers.c.
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t *forks;

static void dine(int seat) {
  sem_wait(&forks[seat == 2 ? 0 : seat]);
  sem_wait(&forks[seat == 2 ? 2 : seat + 1]);
  sem_post(&forks[(seat + 1) % 3]);
  sem_post(&forks[seat]);
}

int main(void) {
  forks = mmap(NULL, 3 * sizeof *forks, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < 3; i++) sem_init(&forks[i], 1, 1);
  for (int i = 0; i < 3; i++)
    if (fork() == 0) {
      dine(i);
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  return 0;
}
