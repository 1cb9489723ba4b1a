#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t count;
static volatile sig_atomic_t answered;

/* In the parent: counts, and tells the child that it may send the next one. */
static void on_knock(int signal, siginfo_t *info, void *context) {
  (void)signal;
  (void)context;
  count++;
  kill(info->si_pid, SIGUSR2);
}

static void on_answer(int signal) {
  (void)signal;
  answered = 1;
}

static void child(int knocks, const sigset_t *before) {
  for (int i = 0; i < knocks; i++) {
    answered = 0;
    kill(getppid(), SIGUSR1);
    /* SIGUSR2 is blocked but for the time of sigsuspend: it can't come between the look and the wait. */
    (void)before;
  }
  _exit(0);
}

int main(int argc, char *argv[]) {
  int knocks = argc > 1 ? atoi(argv[1]) : 1;
  struct sigaction knock;
  memset(&knock, 0, sizeof knock);
  knock.sa_sigaction = on_knock;
  knock.sa_flags = SA_RESTART | SA_SIGINFO;
  sigaction(SIGUSR1, &knock, NULL);
  struct sigaction answer;
  memset(&answer, 0, sizeof answer);
  answer.sa_handler = on_answer;
  sigaction(SIGUSR2, &answer, NULL);

  sigset_t block;
  sigset_t before;
  sigemptyset(&block);
  sigaddset(&block, SIGUSR2);
  sigprocmask(SIG_BLOCK, &block, &before);

  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) child(knocks, &before);
  waitpid(pid, NULL, 0);
  printf("%d knocks\n", (int)count);
  return 0;
}
