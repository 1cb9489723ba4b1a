/* The handler comes in the middle of the copying of a struct.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

struct point {
  long x, y, z;
};

static struct point shared;

static void on_signal(int number) {
  (void)number;
  assert(shared.x == shared.z); /* here */
}

int main(void) {
  struct point there = {1, 1, 1};
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  shared = there;
  while (wait(NULL) < 0)
    ;
  return 0;
}
