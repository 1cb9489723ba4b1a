/* poll and select over pipes and files: what is ready, hang-up, timeouts, waking. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>

static void show(const char *what, int fd, short events) {
  struct pollfd item = {fd, events, 0x7fff};
  int n = poll(&item, 1, 0);
  printf("%-22s %d:%s%s%s%s%s\n", what, n, item.revents & POLLIN ? " in" : "",
         item.revents & POLLOUT ? " out" : "", item.revents & POLLHUP ? " hup" : "",
         item.revents & POLLERR ? " err" : "", item.revents & POLLNVAL ? " nval" : "");
}

static void nothing(int signal) {
}

int main(void) {
  int p[2], q[2];
  char text[32] = "";
  pipe(p), pipe(q);
  show("empty pipe", p[0], POLLIN);
  show("writing end", p[1], POLLIN | POLLOUT);
  write(p[1], "x", 1);
  show("with a byte", p[0], POLLIN | POLLOUT);
  show("asking for nothing", p[0], 0);
  close(p[1]);
  show("byte and hang-up", p[0], POLLIN);
  read(p[0], text, 1);
  show("hang-up", p[0], POLLIN);
  show("unasked hang-up", p[0], 0);
  fcntl(q[1], F_SETFL, O_NONBLOCK);
  while (write(q[1], text, sizeof text) > 0) continue;
  show("full", q[1], POLLOUT);
  close(q[0]);
  show("no reader", q[1], POLLOUT);
  close(q[1]);
  show("closed", q[1], POLLIN);
  show("negative", -1, POLLIN);
  int file = open("/dev/null", O_RDWR);
  show("/dev/null", file, POLLIN | POLLOUT);
  printf("timeout: %d\n", poll(NULL, 0, 10));

  pipe(p), pipe(q);
  if (fork() == 0) {
    usleep(20000);
    write(q[1], "second", 6);
    usleep(20000);
    write(p[1], "first", 5);
    usleep(20000);
    _exit(0);
  }
  close(p[1]), close(q[1]);
  struct pollfd both[3] = {{p[0], POLLIN, 0}, {-7, POLLIN, 0}, {q[0], POLLIN, 0}};
  int open_ends = 2;
  while (open_ends > 0) {
    int n = poll(both, 3, -1);
    for (int k = 0; k < 3; k++) {
      if (both[k].revents & POLLIN) {
        ssize_t got = read(both[k].fd, text, sizeof text);
        printf("%d ready, from %d: %.*s\n", n, k, (int)got, text);
      } else if (both[k].revents & POLLHUP) {
        both[k].fd = -1;
        open_ends--;
      }
    }
  }
  puts("both ended");
  wait(NULL);

  fd_set reading, writing;
  struct timeval timeout = {0, 10000};
  pipe(p);
  FD_ZERO(&reading);
  FD_ZERO(&writing);
  FD_SET(p[0], &reading);
  FD_SET(p[1], &writing);
  int n = select(p[1] + 1, &reading, &writing, NULL, &timeout);
  printf("select %d: read %d write %d\n", n, FD_ISSET(p[0], &reading), FD_ISSET(p[1], &writing));
  FD_SET(p[0], &reading);
  timeout.tv_usec = 10000;
  n = select(p[0] + 1, &reading, NULL, NULL, &timeout);
  printf("timed out %d: read %d, left %ld\n", n, FD_ISSET(p[0], &reading), (long)timeout.tv_usec);
  fflush(stdout);
  if (fork() == 0) {
    usleep(10000);
    write(p[1], "!", 1);
    _exit(0);
  }
  FD_SET(p[0], &reading);
  timeout.tv_sec = 5;
  n = select(p[0] + 1, &reading, NULL, NULL, &timeout);
  printf("woken %d: read %d, time is left %d\n", n, FD_ISSET(p[0], &reading),
         timeout.tv_sec < 5 && timeout.tv_sec > 3);
  wait(NULL);
  int closed = dup(0);
  close(closed);
  FD_ZERO(&reading);
  FD_SET(closed, &reading);
  n = select(closed + 1, &reading, NULL, NULL, NULL);
  printf("not open: %d %s\n", n, strerror(errno));
  n = select(-1, NULL, NULL, NULL, NULL);
  printf("negative: %d %s\n", n, strerror(errno));

  struct sigaction action = {0};
  sigset_t blocked, before;
  action.sa_handler = nothing;
  action.sa_flags = SA_RESTART;
  sigaction(SIGUSR1, &action, NULL);
  sigemptyset(&blocked);
  sigaddset(&blocked, SIGUSR1);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  kill(getpid(), SIGUSR1);
  read(p[0], text, 1);
  struct pollfd quiet = {p[0], POLLIN, 0};
  struct timespec long_time = {5, 0};
  n = ppoll(&quiet, 1, &long_time, &before);
  printf("ppoll let the signal in: %d %s\n", n, strerror(errno));
  sigprocmask(SIG_BLOCK, NULL, &before);
  printf("the mask is back: %d\n", sigismember(&before, SIGUSR1));
  return 0;
}
