/* A watchdog kills whoever is not ready in time; on a loaded machine that is a healthy child.
 *
 * shows: output
 * right: ready\n
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    write(1, "ready\n", 6); /* here */
    _exit(0);
  }
  usleep(50000);
  kill(child, SIGKILL); /* here */
  wait(NULL);
  return 0;
}
