/* Two handlers, neither of which blocks the other's signal, keep the number of the last signal and how
 * often it came.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int last, at;

static void on_signal(int number) {
  last = number;
  at = number;
}

int main(void) {
  signal(SIGUSR1, on_signal);
  signal(SIGUSR2, on_signal);
  pid_t parent = getpid();
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      kill(parent, k == 0 ? SIGUSR1 : SIGUSR2);
      _exit(0);
    }
  for (int left = 2; left > 0;)
    if (wait(NULL) > 0) left--;
  assert(last == at); /* here */
  return 0;
}
