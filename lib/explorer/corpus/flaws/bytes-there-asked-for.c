/* FIONREAD tells how many bytes the pipe has now; the second writer may not have come yet.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2], there = 0;
  pipe(ends);
  if (fork() == 0) {
    write(ends[1], "ab", 2);
    _exit(0);
  }
  usleep(20000);
  ioctl(ends[0], FIONREAD, &there);
  assert(there == 2); /* here */
  wait(NULL);
  return 0;
}
