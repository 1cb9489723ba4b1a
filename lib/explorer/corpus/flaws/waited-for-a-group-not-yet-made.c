/* The child makes a group of its own; its parent waits for that group, which may not be there yet.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    _exit(0);
  }
  usleep(20000);
  pid_t waited = waitpid(-child, NULL, 0);
  assert(waited == child); /* here */
  return 0;
}
