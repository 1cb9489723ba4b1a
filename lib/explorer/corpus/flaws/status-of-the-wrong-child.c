/* wait is expected to tell of the child that was made first.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int status;
  if (fork() == 0) _exit(1);
  usleep(5000);
  if (fork() == 0) _exit(2);
  wait(&status);
  assert(WEXITSTATUS(status) == 1); /* here */
  wait(&status);
  return 0;
}
