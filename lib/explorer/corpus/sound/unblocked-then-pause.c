/* The mended sibling of flaws/unblocked-then-pause.c: sigsuspend unblocks and waits in one.
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t came;

static void on_signal(int number) {
  (void)number;
  came = 1;
}

int main(void) {
  sigset_t blocked, before;
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  signal(SIGUSR1, on_signal);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  while (!came) sigsuspend(&before);
  wait(NULL);
  return 0;
}
