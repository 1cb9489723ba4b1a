/* The signal comes between the test and pause; pause then waits for a second one.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t called;

static void on_signal(int number) {
  called = number;
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t child = fork();
  if (child == 0) {
    if (!called) pause(); /* here */
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGUSR1);
  wait(NULL); /* here */
  return 0;
}
