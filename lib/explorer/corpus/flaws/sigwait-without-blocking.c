/* sigwait takes signals that are blocked; this one comes before it is.
 *
 * shows: output
 * right: taken\n
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    int number;
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigprocmask(SIG_BLOCK, &set, NULL); /* here */
    sigwait(&set, &number);
    write(1, "taken\n", 6);
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGUSR1);
  wait(NULL);
  return 0;
}
