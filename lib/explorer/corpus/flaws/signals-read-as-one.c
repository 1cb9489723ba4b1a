/* Two signals of one kind are one in a signalfd, as they are for a handler.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int signals = signalfd(-1, &set, 0);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    usleep(20000);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  for (int k = 0; k < 2; k++) {
    struct signalfd_siginfo info;
    read(signals, &info, sizeof info); /* here */
  }
  wait(NULL);
  return 0;
}
