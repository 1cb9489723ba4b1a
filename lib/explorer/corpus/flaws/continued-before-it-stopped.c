/* SIGCONT comes before the child has stopped itself; nobody sends a second one.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP); /* here */
    _exit(0);
  }
  usleep(20000);
  kill(child, SIGCONT);
  waitpid(child, NULL, 0); /* here */
  return 0;
}
