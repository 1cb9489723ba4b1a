/* The mended sibling of flaws/child-not-yet-in-the-table.c.
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
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGCHLD);
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  signal(SIGCHLD, on_child);
  pid_t child = fork();
  if (child == 0) {
    usleep(5000);
    _exit(0);
  }
  write(nap[1], "started", 7); /* takes its time */
  running = child;
  sigprocmask(SIG_UNBLOCK, &blocked, NULL);
  usleep(50000);
  assert(!unknown);
  return 0;
}
