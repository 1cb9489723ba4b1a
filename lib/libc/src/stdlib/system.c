/* system: C11 7.22.4.8 and POSIX: /bin/sh -c, with SIGINT and SIGQUIT ignored and SIGCHLD blocked
   while it runs. */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int system(const char *command) {
  if (!command) return access("/bin/sh", X_OK) == 0;
  struct sigaction ignore = {.sa_handler = SIG_IGN}, on_interrupt, on_quit;
  sigset_t child, before;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigaction(SIGINT, &ignore, &on_interrupt);
  sigaction(SIGQUIT, &ignore, &on_quit);
  sigprocmask(SIG_BLOCK, &child, &before);
  int status = -1;
  pid_t pid = fork();
  if (pid == 0) {
    sigaction(SIGINT, &on_interrupt, NULL);
    sigaction(SIGQUIT, &on_quit, NULL);
    sigprocmask(SIG_SETMASK, &before, NULL);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
  }
  if (pid > 0) {
    while (waitpid(pid, &status, 0) < 0) {
      if (errno == EINTR) continue;
      status = -1;
      break;
    }
  }
  int held = errno;
  sigaction(SIGINT, &on_interrupt, NULL);
  sigaction(SIGQUIT, &on_quit, NULL);
  sigprocmask(SIG_SETMASK, &before, NULL);
  errno = held;
  return status;
}
