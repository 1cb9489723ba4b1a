/* The handler sets the flag that ends the loop; if it comes between the test and pause, nothing ends it.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void on_term(int number) {
  (void)number;
  stop = 1;
}

int main(void) {
  pid_t child;
  sigset_t term, none;
  sigemptyset(&term);
  sigaddset(&term, SIGTERM);
  sigprocmask(SIG_BLOCK, &term, &none);
  child = fork();
  if (child == 0) {
    signal(SIGTERM, on_term);
    sigprocmask(SIG_SETMASK, &none, NULL);
    while (!stop) pause(); /* here */
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGTERM);
  wait(NULL); /* here */
  return 0;
}
