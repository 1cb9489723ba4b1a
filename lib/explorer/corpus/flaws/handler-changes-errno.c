/* The handler makes a call that fails; main then looks at errno for its own.
 *
 * shows: assert
 */
#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
  close(-1);
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  if (chdir("/nowhere") < 0) assert(errno == ENOENT); /* here */
  wait(NULL);
  return 0;
}
