/* Signals: signal(7), sigaction(2). The kernel's own struct has another order than POSIX's. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <forkyard/intrinsics.h>

long __result(long result);

struct kernel_action {
  void (*handler)(int);
  unsigned long flags;
  void (*restorer)(void);
  unsigned long mask;
};

/* A handler returns here. */
static void restore(void) {
  __syscall(SYS_rt_sigreturn);
}

int sigaction(int signal, const struct sigaction *restrict action, struct sigaction *restrict old) {
  struct kernel_action wanted, before;
  if (action) {
    wanted.handler = action->sa_handler;
    wanted.flags = (unsigned int)action->sa_flags | SA_RESTORER;
    wanted.restorer = restore;
    wanted.mask = action->sa_mask.__bits[0];
  }
  long result = __result(
      __syscall(SYS_rt_sigaction, signal, action ? &wanted : NULL, old ? &before : NULL, 8L));
  if (result == 0 && old) {
    memset(old, 0, sizeof *old);
    old->sa_handler = before.handler;
    old->sa_flags = (int)(before.flags & ~(unsigned long)SA_RESTORER);
    old->sa_mask.__bits[0] = before.mask;
  }
  return (int)result;
}

/* BSD semantics as glibc has them: the handler stays, interrupted calls restart. */
sighandler_t signal(int signal, sighandler_t handler) {
  struct sigaction action, old;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  return sigaction(signal, &action, &old) < 0 ? SIG_ERR : old.sa_handler;
}

int kill(pid_t pid, int signal) {
  return (int)__result(__syscall(SYS_kill, pid, signal));
}

int raise(int signal) {
  return kill(getpid(), signal);
}

_Noreturn void abort(void) {
  raise(SIGABRT);
  signal(SIGABRT, SIG_DFL);
  raise(SIGABRT);
  _exit(127);
}

int sigemptyset(sigset_t *set) {
  memset(set, 0, sizeof *set);
  return 0;
}

int sigfillset(sigset_t *set) {
  memset(set, 0xff, sizeof *set);
  return 0;
}

static int valid(int signal) {
  if (signal >= 1 && signal < NSIG) return 1;
  errno = EINVAL;
  return 0;
}

int sigaddset(sigset_t *set, int signal) {
  if (!valid(signal)) return -1;
  set->__bits[0] |= 1UL << (signal - 1);
  return 0;
}

int sigdelset(sigset_t *set, int signal) {
  if (!valid(signal)) return -1;
  set->__bits[0] &= ~(1UL << (signal - 1));
  return 0;
}

int sigismember(const sigset_t *set, int signal) {
  if (!valid(signal)) return -1;
  return (int)(set->__bits[0] >> (signal - 1) & 1);
}

int sigprocmask(int how, const sigset_t *restrict set, sigset_t *restrict old) {
  return (int)__result(__syscall(SYS_rt_sigprocmask, how, set, old, 8L));
}

int sigpending(sigset_t *set) {
  memset(set, 0, sizeof *set);
  return (int)__result(__syscall(SYS_rt_sigpending, set, 8L));
}

int sigsuspend(const sigset_t *mask) {
  return (int)__result(__syscall(SYS_rt_sigsuspend, mask, 8L));
}

unsigned int alarm(unsigned int seconds) {
  return (unsigned int)__syscall(SYS_alarm, seconds);
}

int pause(void) {
  return (int)__result(__syscall(SYS_pause));
}

void psignal(int signal, const char *message) {
  if (message && *message) fprintf(stderr, "%s: ", message);
  fprintf(stderr, "%s\n", strsignal(signal));
}
