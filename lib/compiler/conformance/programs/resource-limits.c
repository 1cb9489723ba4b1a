/* getrlimit, setrlimit, RLIMIT_NOFILE, getrusage, times, getpriority, nice. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(const char *what, long result) {
  int error = errno;
  printf("%s %ld %s\n", what, result, strerror(error));
}

int main(void) {
  struct rlimit limit;
  printf("get %d\n", getrlimit(RLIMIT_NOFILE, &limit));
  limit.rlim_cur = 8;
  printf("set %d\n", setrlimit(RLIMIT_NOFILE, &limit));
  int opened = 0;
  while (open("/dev/null", O_RDONLY) >= 0) opened++;
  printf("opened %d: %s\n", opened, strerror(errno));
  printf("sysconf %ld\n", sysconf(_SC_OPEN_MAX));
  show("dup2", dup2(0, 8));
  for (int fd = 3; fd < 8; fd++) close(fd);
  limit.rlim_cur = limit.rlim_max + 1;
  if (limit.rlim_max != RLIM_INFINITY)
    setrlimit(RLIMIT_NOFILE, &limit);
  show("no such", getrlimit(77, &limit));
  getrlimit(RLIMIT_STACK, &limit);
  printf("stack %d\n", limit.rlim_cur >= 1 << 20);
  if (fork() == 0) {
    getrlimit(RLIMIT_NOFILE, &limit);
    _exit(limit.rlim_cur == 8 ? 0 : 1);
  }
  int status;
  struct rusage usage;
  pid_t waited = wait4(-1, &status, 0, &usage);
  printf("inherited %d %d\n", waited > 0, WEXITSTATUS(status));
  printf("usage %d %d\n", getrusage(RUSAGE_SELF, &usage), getrusage(RUSAGE_CHILDREN, &usage));
  show("who", getrusage(55, &usage));
  struct tms at;
  printf("times %d %d\n", times(&at) != (clock_t)-1, at.tms_cutime >= 0 && at.tms_utime >= 0);
  errno = 0;
  int before = getpriority(PRIO_PROCESS, 0);
  printf("nice %d\n", nice(3) - before);
  printf("priority %d\n", getpriority(PRIO_PROCESS, getpid()) - before);
  int set = setpriority(PRIO_PROCESS, 0, before + 5);
  printf("set %d %d\n", set, getpriority(PRIO_PROCESS, 0) - before);
  show("bad", getpriority(9, 0));
  show("nobody", getpriority(PRIO_PROCESS, 999999));
  printf("too nice %d\n", nice(100));
  printf("page %ld ticks %ld\n", sysconf(_SC_PAGESIZE), sysconf(_SC_CLK_TCK));
  show("sysconf", sysconf(9999));
  fflush(stdout);
  if (fork() == 0) {
    struct rlimit small = {100, 100};
    fflush(stdout);
    setrlimit(RLIMIT_FSIZE, &small);
    int fd = open("limited.txt", O_CREAT | O_WRONLY | O_TRUNC, 0644);
    char bytes[80];
    memset(bytes, 'x', sizeof bytes);
    long first = write(fd, bytes, 80), second = write(fd, bytes, 80);
    char text[40];
    write(1, text, sprintf(text, "wrote %ld %ld\n", first, second));
    write(fd, bytes, 80);
    _exit(0);
  }
  wait(&status);
  printf("%s\n", WIFSIGNALED(status) ? strsignal(WTERMSIG(status)) : "no signal");
  unlink("limited.txt");
  return 0;
}
