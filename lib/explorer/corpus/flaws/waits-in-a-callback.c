/* The callback takes the lock that the caller holds, but only when somebody else has asked for
 * it.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t lock;
  int wanted;
} *shared;

static void report(void) {
  sem_wait(&shared->lock); /* here */
  sem_post(&shared->lock);
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->lock, 1, 1);
  if (fork() == 0) {
    usleep(5000);
    shared->wanted = 1;
    _exit(0);
  }
  sem_wait(&shared->lock);
  if (shared->wanted) report();
  sem_post(&shared->lock);
  wait(NULL);
  return 0;
}
