/* The mended sibling of flaws/after-you.c.
 */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  volatile int wants[2];
  volatile int turn;
} *door;

static void enter(int me) {
  door->wants[me] = 1;
  door->turn = 1 - me;
  while (door->wants[1 - me] && door->turn != me)
    ;
  door->wants[me] = 0;
}

int main(void) {
  door = mmap(NULL, sizeof *door, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    enter(0);
    _exit(0);
  }
  enter(1);
  wait(NULL);
  return 0;
}
