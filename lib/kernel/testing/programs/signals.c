// Signals: handlers, masks, pending sets, EINTR and SA_RESTART, default actions.
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// Calls come one after another; C would not say in which order printf evaluates its arguments.
static struct {
  int a, b, c, d;
} results;

static volatile sig_atomic_t count, last;
static volatile sig_atomic_t nested;

static void handler(int signal) {
  count++;
  last = signal;
}

static void nesting(int signal) {
  nested = nested * 10 + 1;
  if (signal == SIGUSR1) raise(SIGUSR2);
  nested = nested * 10 + 2;
}

static void install(int signal, void (*function)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = function;
  action.sa_flags = flags;
  sigaction(signal, &action, NULL);
}

int main(void) {
  setvbuf(stdout, NULL, _IONBF, 0);
  signal(SIGUSR1, handler);
  long product = 1;
  for (int i = 1; i < 10; i++) {
    product *= i;
    raise(SIGUSR1);
  }
  results.a = count;
  results.b = last;
  printf("handled %d times, last %d, product %ld\n", results.a, results.b, product);

  sigset_t set, old, pending;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_BLOCK, &set, &old);
  count = 0;
  raise(SIGUSR1);
  raise(SIGUSR1);
  sigpending(&pending);
  results.a = count;
  results.b = sigismember(&pending, SIGUSR1);
  printf("blocked: %d handled, pending %d\n", results.a, results.b);
  sigprocmask(SIG_SETMASK, &old, NULL);
  printf("let through: %d\n", (int)count);

  install(SIGUSR1, nesting, 0);
  install(SIGUSR2, nesting, 0);
  raise(SIGUSR1);
  printf("nested %d\n", (int)nested);

  install(SIGALRM, handler, 0);
  alarm(1);
  int ends[2];
  char byte;
  pipe(ends);
  results.a = read(ends[0], &byte, 1);
  printf("interrupted read %d errno %d\n", results.a, errno);

  pid_t parent = getpid();
  install(SIGALRM, handler, SA_RESTART);
  alarm(1);
  if (fork() == 0) {
    sleep(2);
    write(ends[1], "z", 1);
    _exit(0);
  }
  count = 0;
  ssize_t n = read(ends[0], &byte, 1);
  results.a = n;
  results.c = count;
  printf("restarted read %d %c after %d signal\n", results.a, byte, results.c);
  wait(NULL);

  install(SIGUSR1, handler, SA_RESTART);
  if (fork() == 0) {
    usleep(1500000);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  printf("sleep is never restarted: %u left\n", sleep(10));
  wait(NULL);

  if (fork() == 0) {
    sleep(1);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  results.a = pause();
  printf("pause %d errno %d\n", results.a, errno);
  wait(NULL);

  // No wake-up is lost between the test and the wait.
  count = 0;
  sigprocmask(SIG_BLOCK, &set, &old);
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  while (count == 0) sigsuspend(&old);
  sigprocmask(SIG_SETMASK, &old, NULL);
  wait(NULL);
  printf("sigsuspend saw %d\n", (int)count);

  int status;
  int deadly[] = {SIGTERM, SIGINT, SIGHUP, SIGUSR2, SIGQUIT, SIGSEGV};
  for (int i = 0; i < 6; i++) {
    pid_t child = fork();
    if (child == 0) {
      signal(deadly[i], SIG_DFL);
      raise(deadly[i]);
      _exit(0);
    }
    waitpid(child, &status, 0);
    printf("%d ", WIFSIGNALED(status) ? WTERMSIG(status) : -1);
  }
  printf("\n");
  results.a = kill(999999, 0);
  printf("kill nobody %d errno %d\n", results.a, errno);
  results.a = kill(getpid(), 99);
  printf("bad signal %d errno %d\n", results.a, errno);
  printf("uncatchable %d\n", signal(SIGKILL, handler) == SIG_ERR);

  // A stopped process runs again only after SIGCONT.
  pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    _exit(4);
  }
  waitpid(child, &status, WUNTRACED);
  printf("stopped %d\n", WIFSTOPPED(status));
  kill(child, SIGTERM);
  printf("still there %d\n", (int)waitpid(child, &status, WNOHANG));
  kill(child, SIGCONT);
  waitpid(child, &status, 0);
  printf("ended by %d\n", WTERMSIG(status));
  return 0;
}
