/* The alarm is to interrupt the read; it may ring before the read has begun.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/time.h>
#include <unistd.h>

static void on_alarm(int number) {
  (void)number;
}

int main(void) {
  int ends[2];
  char byte;
  struct sigaction action = {.sa_handler = on_alarm};
  struct itimerval soon = {{0, 0}, {0, 20000}};
  sigaction(SIGALRM, &action, NULL);
  pipe(ends);
  setitimer(ITIMER_REAL, &soon, NULL);
  read(ends[0], &byte, 1); /* here */
  return 0;
}
