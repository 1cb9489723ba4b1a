/* POSIX message queues: priorities, sizes, O_NONBLOCK, timeouts, attributes, notification, waiting. */
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t told;

static void tell(int signal) {
  told++;
}

static void take(mqd_t queue) {
  char text[64];
  unsigned priority = 99;
  ssize_t n = mq_receive(queue, text, sizeof text, &priority);
  if (n < 0) printf("receive: %s\n", strerror(errno));
  else printf("%.*s (%u)\n", (int)n, text, priority);
}

int main(void) {
  char name[32], text[64];
  snprintf(name, sizeof name, "/queue%d", (int)getpid());
  struct mq_attr attributes = {0, 3, 32}, now;
  printf("missing: %d %s\n", mq_open(name, O_RDONLY), strerror(errno));
  printf("no slash: %d %s\n", mq_open("queue", O_CREAT | O_RDWR, 0600, NULL), strerror(errno));
  mqd_t queue = mq_open(name, O_CREAT | O_EXCL | O_RDWR, 0600, &attributes);
  printf("open %d\n", queue >= 0);
  printf("exclusive: %d %s\n", mq_open(name, O_CREAT | O_EXCL | O_RDWR, 0600, NULL),
         strerror(errno));
  mq_send(queue, "low", 3, 1);
  mq_send(queue, "high", 4, 9);
  mq_send(queue, "low too", 7, 1);
  mq_getattr(queue, &now);
  printf("flags %ld, %ld of %ld, %ld bytes at most\n", now.mq_flags, now.mq_curmsgs, now.mq_maxmsg,
         now.mq_msgsize);
  printf("too long: %d %s\n", mq_send(queue, text, 33, 0), strerror(errno));
  printf("negative size: %d %s\n", mq_send(queue, text, -1, 0), strerror(errno));
  printf("bad priority: %d %s\n", mq_send(queue, text, 1, 32768), strerror(errno));
  struct timespec until;
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec -= 1;
  printf("full, too late: %d %s\n", mq_timedsend(queue, "x", 1, 0, &until), strerror(errno));
  attributes.mq_flags = O_NONBLOCK;
  printf("set %d", mq_setattr(queue, &attributes, &now));
  mq_getattr(queue, &now);
  printf(", flags %d\n", now.mq_flags == O_NONBLOCK);
  printf("full: %d %s\n", mq_send(queue, "x", 1, 0), strerror(errno));
  printf("small buffer: %zd %s\n", mq_receive(queue, text, 8, NULL), strerror(errno));
  for (int k = 0; k < 4; k++) take(queue);
  attributes.mq_flags = 0;
  mq_setattr(queue, &attributes, NULL);
  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_nsec += 20000000;
  if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
  printf("timed: %zd %s\n", mq_timedreceive(queue, text, sizeof text, NULL, &until),
         strerror(errno));
  mqd_t reader = mq_open(name, O_RDONLY);
  printf("send to a reader: %d %s\n", mq_send(reader, "x", 1, 0), strerror(errno));

  signal(SIGUSR1, tell);
  struct sigevent event = {0};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGUSR1;
  printf("notify %d\n", mq_notify(queue, &event));
  printf("again: %d %s\n", mq_notify(queue, &event), strerror(errno));
  mq_send(queue, "a", 1, 0);
  printf("told %d\n", told);
  mq_send(queue, "b", 1, 0);
  printf("once only %d\n", told);
  take(queue), take(queue);
  fflush(stdout);
  if (fork() == 0) {
    for (int k = 0; k < 8; k++) {
      snprintf(text, sizeof text, "message %d", k);
      mq_send(queue, text, strlen(text), 0);
    }
    _exit(0);
  }
  for (int k = 0; k < 8; k++) take(queue);
  wait(NULL);
  printf("unlink %d, again %d %s\n", mq_unlink(name), mq_unlink(name), strerror(errno));
  mq_send(queue, "still there", 11, 0);
  take(reader);
  printf("close %d %d, again %d %s\n", mq_close(reader), mq_close(queue), mq_close(queue),
         strerror(errno));
  attributes.mq_maxmsg = 0;
  printf("bad attributes: %d %s\n", mq_open(name, O_CREAT | O_RDWR, 0600, &attributes),
         strerror(errno));
  return 0;
}
