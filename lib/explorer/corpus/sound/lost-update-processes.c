/* The mended sibling of flaws/lost-update-processes.c.
 *
 * right: 2\n
 */
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static _Atomic int *counter;

static void add(void) {
  atomic_fetch_add(counter, 1);
}

int main(void) {
  counter = mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      add();
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  printf("%d\n", *counter);
  return 0;
}
