/* The consumer waits for one item more, because it looks at "finished" before the producer sets
 * it.
 *
 * shows: deadlock
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
    sem_post(&shared->items);
    shared->finished = 1;
    _exit(0);
  }
  usleep(2000);
  do sem_wait(&shared->items); /* here */
  while (!shared->finished);
  wait(NULL);
  return 0;
}
