/* Nothing is shared with another process: the handler comes between main's reading and writing.
 *
 * shows: output
 * right: 2\n
 */
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int count;

static void on_signal(int number) {
  (void)number;
  count = count + 1;
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  count = count + 1; /* here */
  wait(NULL);
  printf("%d\n", count);
  return 0;
}
