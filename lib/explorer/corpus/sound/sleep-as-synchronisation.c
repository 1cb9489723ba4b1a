/* The mended sibling of flaws/sleep-as-synchronisation.c.
 */
#include <assert.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *result;

int main(void) {
  result = mmap(NULL, sizeof *result, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    *result = 42;
    _exit(0);
  }
  wait(NULL);
  assert(*result == 42);
  return 0;
}
