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

/* Signals that glibc keeps for its threads. */
static int reserved(int signal) {
  return signal == 32 || signal == 33;
}

int sigaction(int signal, const struct sigaction *restrict action, struct sigaction *restrict old) {
  struct kernel_action wanted, before;
  if (reserved(signal)) {
    errno = EINVAL;
    return -1;
  }
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

static sighandler_t install(int signal, sighandler_t handler, int flags) {
  struct sigaction action, old;
  if (handler == SIG_ERR || signal < 1 || signal >= NSIG) {
    errno = EINVAL;
    return SIG_ERR;
  }
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  if (flags == SA_RESTART) sigaddset(&action.sa_mask, signal);
  action.sa_flags = flags;
  return sigaction(signal, &action, &old) < 0 ? SIG_ERR : old.sa_handler;
}

/* Signals for which siginterrupt asked that they interrupt. */
static sigset_t interrupting;

/* BSD semantics as glibc has them: the handler stays, interrupted calls restart. */
sighandler_t signal(int signal, sighandler_t handler) {
  int interrupts = signal >= 1 && signal < NSIG && sigismember(&interrupting, signal);
  return install(signal, handler, interrupts ? 0 : SA_RESTART);
}

/* System V semantics: the handler serves once. */
sighandler_t sysv_signal(int signal, sighandler_t handler) {
  return install(signal, handler, SA_RESETHAND | SA_NODEFER);
}

int siginterrupt(int signal, int interrupts) {
  struct sigaction action;
  if (sigaction(signal, NULL, &action) < 0) return -1;
  if (interrupts) {
    sigaddset(&interrupting, signal);
    action.sa_flags &= ~SA_RESTART;
  } else {
    sigdelset(&interrupting, signal);
    action.sa_flags |= SA_RESTART;
  }
  return sigaction(signal, &action, NULL);
}

int kill(pid_t pid, int signal) {
  return (int)__result(__syscall(SYS_kill, pid, signal));
}

int killpg(pid_t group, int signal) {
  if (group < 0) {
    errno = EINVAL;
    return -1;
  }
  return kill(-group, signal);
}

int tgkill(pid_t process, pid_t thread, int signal) {
  return (int)__result(__syscall(SYS_tgkill, process, thread, signal));
}

int raise(int signal) {
  return tgkill(getpid(), gettid(), signal);
}

int sigqueue(pid_t pid, int signal, const union sigval value) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  info.si_signo = signal;
  info.si_code = SI_QUEUE;
  info.si_pid = getpid();
  info.si_uid = getuid();
  info.si_value = value;
  return (int)__result(__syscall(SYS_rt_sigqueueinfo, pid, signal, &info));
}

_Noreturn void abort(void) {
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, SIGABRT);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
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
  set->__bits[0] &= ~(3UL << 31);
  return 0;
}

static int valid(int signal) {
  if (signal >= 1 && signal < NSIG && !reserved(signal)) return 1;
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

int sigisemptyset(const sigset_t *set) {
  return set->__bits[0] == 0;
}

int sigandset(sigset_t *to, const sigset_t *a, const sigset_t *b) {
  sigemptyset(to);
  to->__bits[0] = a->__bits[0] & b->__bits[0];
  return 0;
}

int sigorset(sigset_t *to, const sigset_t *a, const sigset_t *b) {
  sigemptyset(to);
  to->__bits[0] = a->__bits[0] | b->__bits[0];
  return 0;
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

int sigtimedwait(const sigset_t *restrict set, siginfo_t *restrict info,
                 const struct timespec *restrict timeout) {
  return (int)__result(__syscall(SYS_rt_sigtimedwait, set, info, timeout, 8L));
}

int sigwaitinfo(const sigset_t *restrict set, siginfo_t *restrict info) {
  return sigtimedwait(set, info, NULL);
}

/* Unlike the others it returns its error, and no handler ends it. */
int sigwait(const sigset_t *restrict set, int *restrict signal) {
  long result;
  do result = __syscall(SYS_rt_sigtimedwait, set, NULL, NULL, 8L);
  while (result == -EINTR);
  if (result < 0) return (int)-result;
  *signal = (int)result;
  return 0;
}

int sigaltstack(const stack_t *restrict stack, stack_t *restrict old) {
  return (int)__result(__syscall(SYS_sigaltstack, stack, old));
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

void psiginfo(const siginfo_t *info, const char *message) {
  if (message && *message) fprintf(stderr, "%s: ", message);
  fprintf(stderr, "%s (%d %d %d)\n", strsignal(info->si_signo), info->si_code, (int)info->si_pid,
          (int)info->si_uid);
}

const char *sigabbrev_np(int signal) {
  static const char *const names[] = {
      NULL,   "HUP",  "INT",  "QUIT", "ILL",  "TRAP",   "ABRT", "BUS",  "FPE",  "KILL", "USR1",
      "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP", "TSTP", "TTIN",
      "TTOU", "URG",  "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "POLL", "PWR",  "SYS"};
  return signal >= 0 && signal < 32 ? names[signal] : NULL;
}

const char *sigdescr_np(int signal) {
  return signal >= 1 && signal < 32 ? strsignal(signal) : NULL;
}
