/* A ring that is right for one producer has two: both write the same slot.
 *
 * shows: output
 * right: 2\n
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int items[4];
  int in;
} *ring;

static void put(int item) {
  ring->items[ring->in] = item;
  ring->in = ring->in + 1; /* here */
}

int main(void) {
  ring = mmap(NULL, sizeof *ring, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int i = 1; i <= 2; i++)
    if (fork() == 0) {
      put(i);
      _exit(0);
    }
  while (wait(NULL) > 0)
    ;
  printf("%d\n", ring->in);
  return 0;
}
