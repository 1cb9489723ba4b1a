/* The mended sibling of flaws/signal-before-pause.c.
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t called;

static void on_signal(int number) {
  called = number;
}

int main(void) {
  sigset_t blocked, old;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigprocmask(SIG_BLOCK, &blocked, &old);
  signal(SIGUSR1, on_signal);
  pid_t child = fork();
  if (child == 0) {
    while (!called) sigsuspend(&old);
    _exit(0);
  }
  kill(child, SIGUSR1);
  wait(NULL);
  return 0;
}
