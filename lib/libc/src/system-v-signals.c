/* Signals as System V had them: sigset(3), sigpause(3). */
#include <errno.h>
#include <signal.h>
#include <string.h>

static int change(int how, int signal) {
  sigset_t set;
  sigemptyset(&set);
  if (sigaddset(&set, signal) < 0) return -1;
  return sigprocmask(how, &set, NULL);
}

int sighold(int signal) {
  return change(SIG_BLOCK, signal);
}

int sigrelse(int signal) {
  return change(SIG_UNBLOCK, signal);
}

int sigignore(int signal) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_IGN;
  return sigaction(signal, &action, NULL);
}

sighandler_t sigset(int signal, sighandler_t disposition) {
  sigset_t set, before;
  struct sigaction action, old;
  sigemptyset(&set);
  if (disposition == SIG_ERR || sigaddset(&set, signal) < 0) {
    errno = EINVAL;
    return SIG_ERR;
  }
  if (disposition == SIG_HOLD) {
    if (sigprocmask(SIG_BLOCK, &set, &before) < 0 || sigaction(signal, NULL, &old) < 0)
      return SIG_ERR;
  } else {
    memset(&action, 0, sizeof action);
    action.sa_handler = disposition;
    if (sigaction(signal, &action, &old) < 0) return SIG_ERR;
    if (sigprocmask(SIG_UNBLOCK, &set, &before) < 0) return SIG_ERR;
  }
  return sigismember(&before, signal) ? SIG_HOLD : old.sa_handler;
}

int sigpause(int signal) {
  sigset_t mask;
  sigprocmask(SIG_BLOCK, NULL, &mask);
  if (sigdelset(&mask, signal) < 0) return -1;
  return sigsuspend(&mask);
}

sighandler_t bsd_signal(int number, sighandler_t handler) {
  return signal(number, handler);
}
