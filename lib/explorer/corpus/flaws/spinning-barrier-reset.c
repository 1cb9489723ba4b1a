/* The last one to come sets the counter back for the next round; who spins may not have seen it full.
 *
 * shows: livelock
 */
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int *arrived;

static void meet(void) {
  if (++*arrived == 2) {
    usleep(20000);
    *arrived = 0;
  } else
    while (*arrived < 2) /* here */
      ;
}

int main(void) {
  arrived = mmap(NULL, sizeof *arrived, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    meet();
    _exit(0);
  }
  meet();
  wait(NULL);
  return 0;
}
