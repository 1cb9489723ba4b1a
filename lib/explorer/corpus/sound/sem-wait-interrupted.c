/* The mended sibling of flaws/sem-wait-interrupted.c.
 */
#include <assert.h>
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
}

static struct {
  sem_t mutex;
  int inside;
} *shared;

static void work(void) {
  while (sem_wait(&shared->mutex) < 0)
    ;
  shared->inside++;
  assert(shared->inside == 1);
  shared->inside--;
  sem_post(&shared->mutex);
}

int main(void) {
  struct sigaction action = {.sa_handler = on_signal};
  sigaction(SIGUSR1, &action, NULL);
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&shared->mutex, 1, 1);
  pid_t child = fork();
  if (child == 0) {
    work();
    _exit(0);
  }
  kill(child, SIGUSR1);
  work();
  wait(NULL);
  return 0;
}
