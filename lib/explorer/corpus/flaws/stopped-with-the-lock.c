/* The child is stopped to look at what it shares; if it has the lock then, the parent waits for ever.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t lock;
  int value;
} *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->lock, 1, 1);
  pid_t child = fork();
  if (child == 0) {
    sem_wait(&shared->lock);
    shared->value++;
    sem_post(&shared->lock);
    usleep(60000);
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGSTOP);
  sem_wait(&shared->lock); /* here */
  shared->value++;
  sem_post(&shared->lock);
  kill(child, SIGCONT);
  wait(NULL);
  return 0;
}
