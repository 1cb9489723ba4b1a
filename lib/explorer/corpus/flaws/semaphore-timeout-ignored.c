/* sem_timedwait gave up after a second, and nobody noticed.
 *
 * shows: assert
 */
#include <assert.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
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
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 1;
  sem_timedwait(&box->filled, &until);
  assert(box->value == 3); /* here */
  wait(NULL);
  return 0;
}
