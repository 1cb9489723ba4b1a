/* The second child's pid is expected to be the first one's plus 1. But the first may have got a
 * child of its own in between.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t first = fork();
  if (first == 0) {
    usleep(5000);
    if (fork() == 0) _exit(0);
    wait(NULL);
    _exit(0);
  }
  pid_t second = fork();
  if (second == 0) _exit(0);
  assert(second == first + 1); /* here */
  while (wait(NULL) > 0)
    ;
  return 0;
}
