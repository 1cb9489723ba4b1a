/* wait is interrupted by a signal; nobody calls it again.
 *
 * shows: zombie
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
}

int main(void) {
  struct sigaction action = {.sa_handler = on_signal};
  sigaction(SIGUSR1, &action, NULL);
  pid_t parent = getpid();
  if (fork() == 0) {
    usleep(1000);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  usleep(20000);
  wait(NULL); /* here */
  return 0;
}
