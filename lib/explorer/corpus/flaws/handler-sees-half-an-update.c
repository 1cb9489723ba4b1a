/* The alarm comes while main changes two variables that belong together.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static volatile int low, high = 10;

static void on_alarm(int number) {
  (void)number;
  assert(low + high == 10); /* here */
}

int main(void) {
  struct itimerval soon = {{0, 0}, {0, 20000}};
  signal(SIGALRM, on_alarm);
  setitimer(ITIMER_REAL, &soon, NULL);
  low = 3;
  high = 7;
  soon.it_value.tv_usec = 0;
  setitimer(ITIMER_REAL, &soon, NULL);
  return 0;
}
