/* The mended sibling of flaws/end-announced-after-the-last-item.c.
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t items;
  int finished;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->items, 1, 0);
  if (fork() == 0) {
    shared->finished = 1;
    sem_post(&shared->items);
    _exit(0);
  }
  do sem_wait(&shared->items);
  while (!shared->finished);
  wait(NULL);
  return 0;
}
