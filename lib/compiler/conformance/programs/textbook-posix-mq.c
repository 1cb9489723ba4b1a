#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <mqueue.h>
#include <sys/wait.h>
int main(void) {
  char name[40];
  snprintf(name, sizeof name, "/tbmq_%d", (int)getpid());
  struct mq_attr at = {.mq_maxmsg = 4, .mq_msgsize = 64};
  mqd_t q = mq_open(name, O_RDWR | O_CREAT | O_EXCL, 0600, &at);
  if (q == (mqd_t)-1) {
    perror("mq_open");
    return 1;
  }
  if (fork() == 0) {
    const char *t[] = {"low", "high", "middle", "high again"};
    unsigned p[] = {1, 9, 5, 9};
    for (int i = 0; i < 4; i++) mq_send(q, t[i], strlen(t[i]) + 1, p[i]);
    exit(0);
  }
  wait(NULL);
  struct mq_attr now;
  mq_getattr(q, &now);
  printf("waiting %ld of %ld, size %ld\n", now.mq_curmsgs, now.mq_maxmsg, now.mq_msgsize);
  char buf[64];
  unsigned prio;
  ssize_t n;
  for (int i = 0; i < 4; i++) {
    n = mq_receive(q, buf, sizeof buf, &prio);
    printf("%zd bytes, priority %u: %s\n", n, prio, buf);
  }
  char small[8];
  printf("small: %zd %s\n", mq_receive(q, small, sizeof small, NULL), strerror(errno));
  struct timespec ts;
  clock_gettime(CLOCK_REALTIME, &ts);
  ts.tv_nsec += 10000000;
  if (ts.tv_nsec >= 1000000000) {
    ts.tv_sec++;
    ts.tv_nsec -= 1000000000;
  }
  n = mq_timedreceive(q, buf, sizeof buf, NULL, &ts);
  printf("timed: %zd %s\n", n, strerror(errno));
  mqd_t nb = mq_open(name, O_RDONLY | O_NONBLOCK);
  n = mq_receive(nb, buf, sizeof buf, NULL);
  printf("nonblocking: %zd %s\n", n, strerror(errno));
  mq_close(nb);
  mq_close(q);
  mq_unlink(name);
  printf("again: %d %s\n", mq_open(name, O_RDONLY) == -1, strerror(errno));
  return 0;
}
