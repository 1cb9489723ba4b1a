#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <sys/resource.h>

static void daemonize(int report) {
  umask(0);
  pid_t pid = fork();
  if (pid < 0) exit(1);
  if (pid > 0) _exit(0);
  setsid();
  struct sigaction sa = {.sa_handler = SIG_IGN};
  sigemptyset(&sa.sa_mask);
  sigaction(SIGHUP, &sa, NULL);
  if ((pid = fork()) != 0) _exit(0);
  chdir("/");
  struct rlimit rl;
  getrlimit(RLIMIT_NOFILE, &rl);
  for (int i = 0; i < 20; i++) if (i != report) close(i);
  int fd0 = open("/dev/null", O_RDWR), fd1 = dup(0), fd2 = dup(0);
  if (fd0 != 0 || fd1 != 1 || fd2 != 2) dprintf(report, "unexpected descriptors %d %d %d\n", fd0, fd1, fd2);
}

int main(void) {
  int fd[2];
  pipe(fd);
  fflush(stdout);
  pid_t pid = fork();
  if (pid == 0) {
    close(fd[0]);
    daemonize(fd[1]);
    char cwd[100];
    getcwd(cwd, sizeof cwd);
    dprintf(fd[1], "cwd %s, session leader %d, own session %d\n", cwd, getsid(0) == getpid(),
        getsid(0) == getpgrp());
    int t = open("/dev/tty", O_RDWR);
    dprintf(fd[1], "controlling terminal: %s\n", t < 0 ? "none" : "some");
    mode_t m = umask(022);
    dprintf(fd[1], "umask was %03o\n", m);
    printf("nobody sees this\n");
    fflush(stdout);
    _exit(0);
  }
  close(fd[1]);
  waitpid(pid, NULL, 0);
  char buf[512];
  size_t n;
  FILE *in = fdopen(fd[0], "r");
  while (fgets(buf, sizeof buf, in)) fputs(buf, stdout);
  fclose(in);
  return 0;
}
