/* The mended sibling of flaws/flag-before-value.c.
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  volatile int ready;
  volatile int value;
} *box;

int main(void) {
  box = mmap(NULL, sizeof *box, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    box->value = 5;
    box->ready = 1;
    _exit(0);
  }
  usleep(2000);
  if (box->ready) assert(box->value == 5);
  wait(NULL);
  return 0;
}
