/* Who gives up waiting after a while gives back all the same: then two get in.
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
  sem_t lock;
  int inside;
} *shared;

static void work(void) {
  struct timespec limit;
  clock_gettime(CLOCK_REALTIME, &limit);
  limit.tv_sec += 1;
  if (sem_timedwait(&shared->lock, &limit) == 0) {
    assert(__atomic_fetch_add(&shared->inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
    __atomic_fetch_sub(&shared->inside, 1, __ATOMIC_SEQ_CST);
  }
  sem_post(&shared->lock);
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->lock, 1, 1);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      work();
      _exit(0);
    }
  work();
  while (wait(NULL) > 0)
    ;
  return 0;
}
