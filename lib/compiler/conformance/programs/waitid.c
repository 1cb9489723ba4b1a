/* waitid: every kind of news, looking without taking, and its errors. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *code(int code) {
  switch (code) {
    case CLD_EXITED: return "exited";
    case CLD_KILLED: return "killed";
    case CLD_STOPPED: return "stopped";
    case CLD_CONTINUED: return "continued";
  }
  return "?";
}

static void show(const char *when, int result, siginfo_t *info, pid_t child) {
  if (result < 0) printf("%s: %s\n", when, strerror(errno));
  else if (info->si_pid == 0) printf("%s: nothing\n", when);
  else
    printf("%s: %s %d, child %d, %s\n", when, code(info->si_code), info->si_status,
           info->si_pid == child, strsignal(info->si_signo));
}

int main(void) {
  siginfo_t info;
  memset(&info, 0, sizeof info);
  show("no children", waitid(P_ALL, 0, &info, WEXITED), &info, 0);
  show("no events", waitid(P_ALL, 0, &info, 0), &info, 0);
  show("bad option", waitid(P_ALL, 0, &info, WEXITED | 0x40), &info, 0);
  pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    exit(42);
  }
  show("nothing yet", waitid(P_PID, child, &info, WEXITED | WNOHANG), &info, child);
  show("stop", waitid(P_PID, child, &info, WSTOPPED | WNOWAIT), &info, child);
  show("stop", waitid(P_PID, child, &info, WSTOPPED), &info, child);
  memset(&info, 0, sizeof info);
  show("stop again", waitid(P_PID, child, &info, WSTOPPED | WNOHANG), &info, child);
  kill(child, SIGCONT);
  show("end", waitid(P_PID, child, &info, WEXITED | WNOWAIT), &info, child);
  show("end", waitid(P_ALL, 0, &info, WEXITED), &info, child);
  show("again", waitid(P_PID, child, &info, WEXITED), &info, child);
  child = fork();
  if (child == 0) {
    setpgid(0, 0);
    raise(SIGSTOP);
    for (;;) pause();
  }
  setpgid(child, child);
  show("group", waitid(P_PGID, child, &info, WSTOPPED), &info, child);
  kill(child, SIGCONT);
  show("go on", waitid(P_PID, child, &info, WCONTINUED), &info, child);
  kill(child, SIGTERM);
  show("killed", waitid(P_PID, child, &info, WEXITED), &info, child);
  child = fork();
  if (child == 0) _exit(7);
  int status;
  printf("waitpid %d", waitpid(child, &status, WUNTRACED | WCONTINUED) == child);
  printf(" status %d\n", WEXITSTATUS(status));
  return 0;
}
