/* The parent sleeps until the child "must" be ready.
 *
 * shows: assert
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
  usleep(20000);
  assert(*result == 42); /* here */
  wait(NULL);
  return 0;
}
