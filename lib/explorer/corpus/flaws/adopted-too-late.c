/* Orphans go to whoever said in time that it takes them.
 *
 * shows: assert
 */
#define _GNU_SOURCE
#include <assert.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) {
    if (fork() == 0) {
      usleep(40000);
      _exit(0);
    }
    usleep(20000);
    _exit(0);
  }
  prctl(PR_SET_CHILD_SUBREAPER, 1);
  wait(NULL);
  pid_t orphan = wait(NULL);
  assert(orphan > 0); /* here */
  return 0;
}
