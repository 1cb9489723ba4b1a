/* The mended sibling of flaws/index-shown-before-the-item.c.
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  volatile int items[4];
  volatile int in;
} *ring;

int main(void) {
  ring = mmap(NULL, sizeof *ring, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    int at = ring->in;
    ring->items[at] = 7;
    ring->in = at + 1;
    _exit(0);
  }
  while (ring->in == 0)
    usleep(100);
  int item = ring->items[0];
  assert(item == 7);
  wait(NULL);
  return 0;
}
