/* The mended sibling of flaws/mutex-of-two.c.
 */
#include <assert.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t mutex;
  int inside;
} *shared;

static void enter(void) {
  sem_wait(&shared->mutex);
  shared->inside++;
  assert(shared->inside == 1);
  shared->inside--;
  sem_post(&shared->mutex);
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->mutex, 1, 1);
  if (fork() == 0) {
    enter();
    _exit(0);
  }
  enter();
  wait(NULL);
  return 0;
}
