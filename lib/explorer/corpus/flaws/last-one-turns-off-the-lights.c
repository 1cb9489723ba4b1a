/* Who is last? Both think that somebody else is.
 *
 * shows: output
 * right: off\n
 */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int present;
} *room;

static void leave(void) {
  room->present = room->present - 1; /* here */
  if (room->present == 0) write(1, "off\n", 4);
}

int main(void) {
  room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  room->present = 2;
  if (fork() == 0) {
    leave();
    _exit(0);
  }
  usleep(1000);
  leave();
  wait(NULL);
  return 0;
}
