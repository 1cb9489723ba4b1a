/* main adds one for each child that it makes, the handler takes one off for each that ends.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile int children;

static void on_child(int number) {
  (void)number;
  while (waitpid(-1, NULL, WNOHANG) > 0) children--;
}

int main(void) {
  struct sigaction action = {.sa_handler = on_child, .sa_flags = SA_RESTART};
  sigset_t child, before;
  sigaction(SIGCHLD, &action, NULL);
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  for (int k = 0; k < 2; k++) {
    if (fork() == 0) {
      usleep(20000);
      _exit(0);
    }
    children++;
  }
  sigprocmask(SIG_BLOCK, &child, &before);
  while (children > 0) sigsuspend(&before); /* here */
  return 0;
}
