/* Two processes add to one counter; both may read it before either writes.
 *
 * shows: output
 * right: 2\n
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *counter;

static void add(void) {
  int seen = *counter; /* here */
  *counter = seen + 1; /* here */
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
