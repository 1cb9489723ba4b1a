/* The alarm goes off before pause is reached, if the machine is slow.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <unistd.h>

static void on_alarm(int number) {
  (void)number;
}

int main(void) {
  signal(SIGALRM, on_alarm);
  ualarm(20000, 0);
  pause(); /* here */
  return 0;
}
