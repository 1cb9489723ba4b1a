/* A struct of two members is written in two steps and read in between.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct point {
  int x, y;
};

static struct point *shared;

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    shared->x = 5;
    shared->y = 5;
    _exit(0);
  }
  int x = shared->x;
  int y = shared->y;
  assert(x == y); /* here */
  wait(NULL);
  return 0;
}
