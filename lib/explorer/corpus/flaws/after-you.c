/* Both say that they want to go in and wait until the other does not: for ever.
 *
 * shows: livelock
 */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  volatile int wants[2];
} *door;

static void enter(int me) {
  door->wants[me] = 1;
  while (door->wants[1 - me]) /* here */
    ;
  door->wants[me] = 0;
}

int main(void) {
  door = mmap(NULL, sizeof *door, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    enter(0);
    _exit(0);
  }
  usleep(1000);
  enter(1);
  wait(NULL);
  return 0;
}
