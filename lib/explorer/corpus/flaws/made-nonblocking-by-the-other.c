/* O_NONBLOCK belongs to the open file, not to the descriptor: the child sets it for its parent, too.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char byte;
  pipe(ends);
  if (fork() == 0) {
    usleep(20000);
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    _exit(0);
  }
  if (fork() == 0) {
    write(ends[1], "x", 1);
    _exit(0);
  }
  assert(read(ends[0], &byte, 1) == 1); /* here */
  while (wait(NULL) > 0)
    ;
  return 0;
}
