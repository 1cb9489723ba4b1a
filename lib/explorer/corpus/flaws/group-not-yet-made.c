/* Only the child puts itself into a group of its own; the parent sends a signal there too early.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    setpgid(0, 0);
    usleep(200000);
    _exit(0);
  }
  usleep(20000);
  int sent = kill(-child, SIGTERM);
  assert(sent == 0); /* here */
  wait(NULL);
  return 0;
}
