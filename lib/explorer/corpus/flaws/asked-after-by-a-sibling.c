/* kill with signal 0 asks whether a process is there: a zombie is, one that was waited for isn't.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t first = fork();
  if (first == 0) _exit(0);
  if (fork() == 0) {
    int there = kill(first, 0);
    assert(there == 0); /* here */
    _exit(0);
  }
  usleep(20000);
  waitpid(first, NULL, 0);
  wait(NULL);
  return 0;
}
