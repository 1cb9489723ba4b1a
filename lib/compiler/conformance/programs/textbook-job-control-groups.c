#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <signal.h>
#include <errno.h>
#include <string.h>
#include <sys/wait.h>
int main(void) {
  pid_t leader = 0;
  int n = 3, status, i;
  pid_t p[3];
  for (i = 0; i < n; i++) {
    p[i] = fork();
    if (p[i] == 0) {
      setpgid(0, leader);
      for (;;) pause();
    }
    if (!leader) leader = p[0];
    setpgid(p[i], leader);
  }
  printf("own group %d, children in theirs %d %d\n", getpgrp() != leader, getpgid(p[1]) == leader,
      getpgid(p[2]) == leader);
  kill(-leader, SIGSTOP);
  int stopped = 0;
  for (i = 0; i < n; i++) {
    waitpid(-leader, &status, WUNTRACED);
    stopped += WIFSTOPPED(status);
  }
  printf("stopped %d\n", stopped);
  printf("nothing yet %d\n", waitpid(-leader, &status, WNOHANG | WUNTRACED));
  killpg(leader, SIGCONT);
  int cont = 0;
  for (i = 0; i < n; i++) {
    waitpid(-leader, &status, WCONTINUED);
    cont += WIFCONTINUED(status) != 0;
  }
  printf("continued %d\n", cont);
  killpg(leader, SIGTERM);
  int killed = 0;
  while (waitpid(-leader, &status, 0) > 0) killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM;
  printf("killed %d; %s\n", killed, strerror(errno));
  printf("%d %s\n", killpg(leader, 0), strerror(errno));
  fflush(stdout);
  if (fork() == 0) {
    printf("setsid %d\n", setsid() == getpid());
    printf("again %d %s\n", setsid(), strerror(errno));
    printf("sid %d pgrp %d\n", getsid(0) == getpid(), getpgrp() == getpid());
    printf("setpgid of leader %d %s\n", setpgid(0, getppid()), strerror(errno));
    printf("tcgetpgrp %d\n", tcgetpgrp(0) < 0);
    fflush(stdout);
    _exit(0);
  }
  wait(NULL);
  return 0;
}
