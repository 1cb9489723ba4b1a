/* setitimer: repeating, its rest, the virtual one, alarm's result. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static volatile int real, virtual;

static void on_real(int signal) {
  (void)signal;
  real++;
}

static void on_virtual(int signal) {
  (void)signal;
  virtual++;
}

int main(void) {
  signal(SIGALRM, on_real);
  signal(SIGVTALRM, on_virtual);
  struct itimerval wanted = {{0, 20000}, {0, 10000}}, old;
  setitimer(ITIMER_REAL, &wanted, NULL);
  while (real < 5) pause();
  memset(&wanted, 0, sizeof wanted);
  setitimer(ITIMER_REAL, &wanted, &old);
  printf("rang %d times, interval %ld, rest %d\n", real, (long)old.it_interval.tv_usec,
         old.it_value.tv_sec == 0 && old.it_value.tv_usec > 0 && old.it_value.tv_usec <= 20000);
  getitimer(ITIMER_REAL, &old);
  printf("off: %ld %ld\n", (long)old.it_value.tv_sec, (long)old.it_value.tv_usec);
  wanted.it_value.tv_usec = 1000;
  wanted.it_interval.tv_usec = 1000;
  setitimer(ITIMER_VIRTUAL, &wanted, NULL);
  while (virtual < 3) {
  }
  memset(&wanted, 0, sizeof wanted);
  setitimer(ITIMER_VIRTUAL, &wanted, NULL);
  printf("virtual rang %d\n", virtual >= 3);
  printf("alarm %u\n", alarm(100));
  getitimer(ITIMER_REAL, &old);
  printf("left %d\n", old.it_value.tv_sec == 99 || old.it_value.tv_sec == 100);
  printf("alarm %u\n", alarm(50));
  printf("alarm %u\n", alarm(0));
  printf("alarm %u\n", alarm(0));
  printf("bad timer %d %s\n", getitimer(7, &old), strerror(errno));
  wanted.it_value.tv_usec = 1000000;
  printf("bad time %d %s\n", setitimer(ITIMER_REAL, &wanted, NULL), strerror(errno));
  return 0;
}
