/* epoll(7): level and edge triggered, one shot, changed and removed interests, order, errors. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int epoll;

static void fails(const char *what, int result) {
  printf("%s: %d %s\n", what, result, result < 0 ? strerror(errno) : "");
}

static int control(int operation, int fd, unsigned events, unsigned number) {
  struct epoll_event event = {events, {.u64 = 0x100000000ull * number + number}};
  return epoll_ctl(epoll, operation, fd, &event);
}

static void look(const char *what) {
  struct epoll_event events[8];
  int n = epoll_wait(epoll, events, 8, 0);
  printf("%s: %d", what, n);
  for (int k = 0; k < n; k++) printf(" [%u %x]", events[k].data.u32, events[k].events);
  puts("");
}

static void handler(int signal) {
  (void)signal;
}

int main(void) {
  setvbuf(stdout, NULL, _IOLBF, 0);
  printf("%zu\n", sizeof(struct epoll_event));
  fails("size", epoll_create(0));
  fails("flags", epoll_create1(1));
  epoll = epoll_create1(EPOLL_CLOEXEC);
  int a[2], b[2], c[2];
  char text[100] = "";
  pipe(a);
  pipe(b);
  pipe2(c, O_NONBLOCK);
  fails("add", control(EPOLL_CTL_ADD, a[0], EPOLLIN, 1));
  fails("again", control(EPOLL_CTL_ADD, a[0], EPOLLIN, 1));
  fails("modify none", control(EPOLL_CTL_MOD, b[0], EPOLLIN, 1));
  fails("delete none", control(EPOLL_CTL_DEL, b[0], EPOLLIN, 1));
  fails("operation", control(7, b[0], EPOLLIN, 1));
  fails("itself", control(EPOLL_CTL_ADD, epoll, EPOLLIN, 1));
  fails("closed", control(EPOLL_CTL_ADD, 99, EPOLLIN, 1));
  int null = open("/dev/null", O_RDWR), file = open("/", O_RDONLY);
  fails("device", control(EPOLL_CTL_ADD, null, EPOLLIN, 1));
  fails("directory", control(EPOLL_CTL_ADD, file, EPOLLIN, 1));
  struct epoll_event events[8];
  fails("max", epoll_wait(epoll, events, 0, 0));
  fails("no epoll", epoll_wait(a[0], events, 1, 0));
  fails("closed", epoll_wait(99, events, 1, 0));

  look("nothing");
  write(a[1], "12", 2);
  look("level");
  read(a[0], text, 1);
  look("level");
  read(a[0], text, 1);
  look("level");

  control(EPOLL_CTL_ADD, b[0], EPOLLIN | EPOLLET, 2);
  write(b[1], "1", 1);
  look("edge");
  look("edge");
  write(b[1], "2", 1);
  look("edge again");
  read(b[0], text, 1);
  look("edge read");
  write(b[1], "3", 1);
  look("edge of as much");
  control(EPOLL_CTL_MOD, b[0], EPOLLIN | EPOLLET, 3);
  look("modified");
  look("modified");

  control(EPOLL_CTL_ADD, c[0], EPOLLIN | EPOLLONESHOT, 4);
  write(c[1], "1", 1);
  look("once");
  write(c[1], "2", 1);
  look("once");
  control(EPOLL_CTL_MOD, c[0], EPOLLIN | EPOLLONESHOT, 5);
  look("armed");
  look("armed");
  control(EPOLL_CTL_DEL, c[0], 0, 0);

  control(EPOLL_CTL_ADD, c[1], EPOLLOUT | EPOLLET, 6);
  look("room");
  look("room");
  while (write(c[1], text, sizeof text) > 0) continue;
  look("full");
  while (read(c[0], text, sizeof text) > 0) continue;
  look("room again");

  write(a[1], "x", 1);
  write(b[1], "y", 1);
  look("in order of coming");
  struct epoll_event one;
  write(b[1], "z", 1);
  for (int k = 0; k < 3; k++)
    if (epoll_wait(epoll, &one, 1, 0) == 1) printf("one %u\n", one.data.u32);
  close(b[1]);
  look("hung up");
  control(EPOLL_CTL_DEL, b[0], 0, 0);
  int copy = dup(a[0]);
  close(a[0]);
  look("closed but for a copy");
  close(copy);
  look("closed");

  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  control(EPOLL_CTL_ADD, pair[0], EPOLLIN | EPOLLOUT | EPOLLET, 7);
  look("socket");
  write(pair[1], "q", 1);
  look("socket");
  look("socket");

  int outer = epoll_create(1), inner = epoll;
  struct epoll_event event = {EPOLLIN, {.u32 = 70}};
  fails("nested", epoll_ctl(outer, EPOLL_CTL_ADD, inner, &event));
  fails("circle", control(EPOLL_CTL_ADD, outer, EPOLLIN, 1));
  write(pair[1], "r", 1);
  printf("outer %d\n", epoll_wait(outer, events, 8, 0));
  look("inner");
  printf("outer %d\n", epoll_wait(outer, events, 8, 0));

  if (fork() == 0) {
    usleep(3000);
    write(pair[1], "s", 1);
    _exit(0);
  }
  printf("blocks %d", epoll_wait(epoll, events, 8, -1));
  printf(" %u\n", events[0].data.u32);
  wait(NULL);
  printf("time %d\n", epoll_wait(epoll, events, 8, 2));
  struct timespec short_time = {0, 2000000};
  int timed = epoll_pwait2(epoll, events, 8, &short_time, NULL);
  printf("time %d\n", timed < 0 && errno == ENOSYS ? 0 : timed);
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigaction(SIGALRM, &action, NULL);
  ualarm(5000, 0);
  fails("interrupted", epoll_wait(epoll, events, 8, -1));
  sigset_t none, blocked;
  sigemptyset(&none);
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigprocmask(SIG_BLOCK, &blocked, NULL);
  sigaction(SIGUSR1, &action, NULL);
  raise(SIGUSR1);
  fails("with a mask", epoll_pwait(epoll, events, 8, -1, &none));
  char link[64] = "", path[64];
  snprintf(path, sizeof path, "/proc/self/fd/%d", epoll);
  readlink(path, link, sizeof link - 1);
  puts(link);
  return 0;
}
