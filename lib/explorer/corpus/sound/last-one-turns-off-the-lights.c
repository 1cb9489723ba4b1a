/* The mended sibling of flaws/last-one-turns-off-the-lights.c.
 *
 * right: off\n
 */
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int present;
} *room;

static void leave(void) {
  if (--room->present == 0) write(1, "off\n", 4);
}

int main(void) {
  room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  room->present = 2;
  if (fork() == 0) {
    leave();
    _exit(0);
  }
  leave();
  wait(NULL);
  return 0;
}
