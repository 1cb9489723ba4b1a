/* The mended sibling of flaws/spinning-barrier-reset.c: who waits looks at the round, not at the counter.
 */
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int arrived, round;
} *shared;

static void meet(void) {
  int round = shared->round;
  if (++shared->arrived == 2) {
    shared->arrived = 0;
    shared->round = round + 1;
  } else
    while (shared->round == round)
      ;
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    meet();
    _exit(0);
  }
  meet();
  wait(NULL);
  return 0;
}
