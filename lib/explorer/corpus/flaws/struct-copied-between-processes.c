/* The same in memory shared by processes.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct point {
  long x, y, z;
};

int main(void) {
  struct point *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    struct point there = {1, 1, 1};
    *shared = there;
    _exit(0);
  }
  usleep(2000);
  struct point here = *shared;
  assert(here.x == here.z); /* here */
  wait(NULL);
  return 0;
}
