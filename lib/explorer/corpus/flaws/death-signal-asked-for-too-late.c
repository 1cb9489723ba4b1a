/* The child wants to be killed when its parent dies; but the parent may be dead already.
 *
 * shows: deadlock
 */
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char byte;
  pipe(ends);
  if (fork() == 0) {
    if (fork() == 0) {
      prctl(PR_SET_PDEATHSIG, SIGKILL);
      close(ends[0]);
      pause(); /* here */
    }
    usleep(20000);
    _exit(0);
  }
  close(ends[1]);
  read(ends[0], &byte, 1); /* here */
  wait(NULL);
  return 0;
}
