/* The child ends, and the handler looks for it in a table, before the parent has put it there.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile pid_t running;
static volatile sig_atomic_t unknown;

static void on_child(int number) {
  (void)number;
  if (wait(NULL) != running) unknown = 1;
}

int main(void) {
  int nap[2];
  pipe(nap);
  signal(SIGCHLD, on_child);
  pid_t child = fork();
  if (child == 0) {
    usleep(5000);
    _exit(0);
  }
  write(nap[1], "started", 7); /* takes its time */
  running = child;
  usleep(50000);
  assert(!unknown); /* here */
  return 0;
}
