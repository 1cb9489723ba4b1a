/* The mended sibling of flaws/waiting-flag-and-semaphore.c.
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int ready;
  sem_t bell;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->bell, 1, 0);
  if (fork() == 0) {
    shared->ready = 1;
    sem_post(&shared->bell);
    _exit(0);
  }
  sem_wait(&shared->bell);
  wait(NULL);
  return 0;
}
