#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <sys/wait.h>
int main(void) {
  sigset_t s;
  int sig;
  sigemptyset(&s);
  sigaddset(&s, SIGUSR1);
  sigaddset(&s, SIGUSR2);
  sigprocmask(SIG_BLOCK, &s, NULL);
  pid_t parent = getpid(), c = fork();
  if (c == 0) {
    for (int i = 0; i < 5; i++) {
      sigwait(&s, &sig);
      write(1, sig == SIGUSR1 ? "ping\n" : "????\n", 5);
      kill(parent, SIGUSR2);
    }
    _exit(0);
  }
  for (int i = 0; i < 5; i++) {
    kill(c, SIGUSR1);
    sigwait(&s, &sig);
    write(1, sig == SIGUSR2 ? "pong\n" : "!!!!\n", 5);
  }
  int st;
  waitpid(c, &st, 0);
  printf("%d\n", st);
  return 0;
}
