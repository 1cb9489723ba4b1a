/* The mended sibling of flaws/alarm-before-pause.c.
 */
#include <signal.h>

static void on_alarm(int number) {
  (void)number;
}

int main(void) {
  sigset_t blocked, old;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGALRM);
  sigprocmask(SIG_BLOCK, &blocked, &old);
  signal(SIGALRM, on_alarm);
  ualarm(20000, 0);
  sigsuspend(&old);
  return 0;
}
