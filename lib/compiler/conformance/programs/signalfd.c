/* signalfd(2): blocked signals as records, in poll and epoll, set anew, across fork and dup. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

static void fails(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
}

static void take(int fd) {
  struct signalfd_siginfo info[4];
  ssize_t n = read(fd, info, sizeof info);
  if (n < 0) {
    printf("read: %s\n", strerror(errno));
    return;
  }
  for (int k = 0; k < n / (ssize_t)sizeof *info; k++)
    printf("%s code %d mine %d int %d status %d\n", strsignal(info[k].ssi_signo), info[k].ssi_code,
           info[k].ssi_pid == getpid(), info[k].ssi_int, info[k].ssi_status);
}

static void handler(int signal) {
  printf("handled %d\n", signal);
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigaddset(&set, SIGUSR2);
  sigaddset(&set, SIGCHLD);
  sigaddset(&set, SIGRTMIN);
  sigprocmask(SIG_BLOCK, &set, NULL);
  int fd = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
  printf("%zu\n", sizeof(struct signalfd_siginfo));
  take(fd);
  kill(getpid(), SIGUSR2);
  kill(getpid(), SIGUSR1);
  kill(getpid(), SIGUSR1);
  union sigval value = {.sival_int = 41};
  sigqueue(getpid(), SIGRTMIN, value);
  value.sival_int = 42;
  sigqueue(getpid(), SIGRTMIN, value);
  struct pollfd watched = {fd, POLLIN, 0};
  int ready = poll(&watched, 1, 0);
  printf("poll %d %x\n", ready, watched.revents);
  take(fd);
  take(fd);

  pid_t child = fork();
  if (child == 0) {
    kill(getppid(), SIGUSR1);
    exit(7);
  }
  int status;
  waitpid(child, &status, 0);
  int epoll = epoll_create1(0);
  struct epoll_event event = {EPOLLIN, {.u32 = 5}};
  epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
  event.data.u32 = 0;
  printf("epoll %d", epoll_wait(epoll, &event, 1, 1000));
  printf(" %u\n", event.data.u32);
  take(fd);

  if (fork() == 0) {
    take(fd);
    raise(SIGUSR2);
    take(fd);
    exit(0);
  }
  wait(&status);
  take(fd);

  int blocking = signalfd(-1, &set, 0);
  if ((child = fork()) == 0) {
    signal(SIGALRM, handler);
    take(blocking);
    exit(0);
  }
  kill(child, SIGUSR1);
  waitpid(child, &status, 0);
  take(fd);

  signal(SIGUSR1, handler);
  sigemptyset(&set);
  sigaddset(&set, SIGUSR2);
  printf("%d\n", signalfd(fd, &set, 0) == fd);
  raise(SIGUSR1);
  take(fd);
  sigset_t pending;
  sigpending(&pending);
  printf("pending %d\n", sigismember(&pending, SIGUSR1));
  sigemptyset(&set);
  sigaddset(&set, SIGUSR1);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  fails("small", read(fd, &set, 8));
  fails("flags", signalfd(-1, &set, 3));
  fails("descriptor", signalfd(99, &set, 0));
  fails("other", signalfd(1, &set, 0));
  fails("write", write(fd, "12345678", 8));
  char link[64] = "", path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
  readlink(path, link, sizeof link - 1);
  puts(link);
  return 0;
}
