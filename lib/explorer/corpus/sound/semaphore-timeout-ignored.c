/* The mended sibling of flaws/semaphore-timeout-ignored.c.
 */
#include <assert.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t filled;
  int value;
} *box;

int main(void) {
  box = mmap(NULL, sizeof *box, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&box->filled, 1, 0);
  if (fork() == 0) {
    box->value = 3;
    sem_post(&box->filled);
    _exit(0);
  }
  sem_wait(&box->filled);
  assert(box->value == 3);
  wait(NULL);
  return 0;
}
