/* waitpid with WNOHANG says 0 while the child runs; the status is looked at all the same.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int status = 0;
  pid_t child = fork();
  if (child == 0) _exit(7);
  usleep(10000);
  waitpid(child, &status, WNOHANG);
  assert(WEXITSTATUS(status) == 7); /* here */
  waitpid(child, NULL, 0);
  return 0;
}
