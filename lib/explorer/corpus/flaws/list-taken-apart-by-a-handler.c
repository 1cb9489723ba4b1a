/* The handler takes the first of a list while main takes it, too: both get the same.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

struct job {
  struct job *volatile next;
};

static struct job second, first = {&second};
static struct job *volatile jobs = &first;
static struct job *volatile taken;

static void on_signal(int number) {
  (void)number;
  if (jobs == NULL) return;
  taken = jobs;
  jobs = jobs->next;
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  struct job *mine = jobs;
  jobs = mine->next;
  assert(mine != taken); /* here */
  wait(NULL);
  return 0;
}
