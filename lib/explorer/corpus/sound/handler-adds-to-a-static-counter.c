/* The mended sibling of flaws/handler-adds-to-a-static-counter.c: the signal is blocked meanwhile.
 *
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
  sigset_t blocked;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  count = count + 1;
  sigprocmask(SIG_UNBLOCK, &blocked, NULL);
  while (wait(NULL) < 0)
    ;
  printf("%d\n", count);
  return 0;
}
