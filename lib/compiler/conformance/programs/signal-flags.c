/* sigaction's flags: masks, SA_NODEFER, SA_RESETHAND, what sigaction tells of the old action. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int depth, deepest, calls;

static void nested(int signal) {
  if (++depth > deepest) deepest = depth;
  if (++calls < 3) raise(signal);
  depth--;
}

static volatile int other_ran_inside, in_handler;

static void other(int signal) {
  (void)signal;
  if (in_handler) other_ran_inside = 1;
}

static void masking(int signal) {
  (void)signal;
  in_handler = 1;
  raise(SIGUSR2);
  in_handler = 0;
}

static void install(int signal, void (*handler)(int), int flags, int masked) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  if (masked) sigaddset(&action.sa_mask, masked);
  sigaction(signal, &action, NULL);
}

int main(void) {
  install(SIGUSR1, nested, 0, 0);
  raise(SIGUSR1);
  printf("deferred: %d calls, depth %d\n", calls, deepest);
  calls = deepest = 0;
  install(SIGUSR1, nested, SA_NODEFER, 0);
  raise(SIGUSR1);
  printf("not deferred: %d calls, depth %d\n", calls, deepest);
  install(SIGUSR2, other, 0, 0);
  install(SIGUSR1, masking, 0, 0);
  raise(SIGUSR1);
  printf("unmasked: inside %d\n", other_ran_inside);
  other_ran_inside = 0;
  install(SIGUSR1, masking, 0, SIGUSR2);
  raise(SIGUSR1);
  printf("masked: inside %d\n", other_ran_inside);
  struct sigaction old;
  install(SIGHUP, other, SA_RESETHAND | SA_RESTART, SIGTERM);
  sigaction(SIGHUP, NULL, &old);
  printf("old: %d %d %d %d\n", old.sa_handler == other, (old.sa_flags & SA_RESTART) != 0,
         (old.sa_flags & SA_SIGINFO) != 0, sigismember(&old.sa_mask, SIGTERM));
  raise(SIGHUP);
  sigaction(SIGHUP, NULL, &old);
  printf("reset: %d\n", old.sa_handler == SIG_DFL);
  printf("kill: %d %s\n", sigaction(SIGKILL, &old, NULL), strerror(errno));
  printf("stop: %d %s\n", signal(SIGSTOP, SIG_IGN) == SIG_ERR, strerror(errno));
  printf("number: %d %s\n", sigaction(0, NULL, &old), strerror(errno));
  printf("number: %d %s\n", sigaction(65, NULL, &old), strerror(errno));
  printf("look: %d\n", sigaction(SIGKILL, NULL, &old));
  printf("ignored: %d\n", signal(SIGTERM, SIG_IGN) == SIG_DFL);
  raise(SIGTERM);
  printf("before: %d\n", signal(SIGTERM, SIG_DFL) == SIG_IGN);
  printf("mask: %d %s\n", sigprocmask(9, &old.sa_mask, NULL), strerror(errno));
  sigset_t set;
  sigemptyset(&set);
  printf("set: %d %s\n", sigaddset(&set, 65), strerror(errno));
  printf("kill nobody: %d %s\n", kill(getpid(), 65), strerror(errno));
  fflush(stdout);
  if (fork() == 0) {
    raise(SIGHUP);
    _exit(0);
  }
  int status;
  wait(&status);
  printf("child: %s\n", strsignal(WTERMSIG(status)));
  return 0;
}
