/* One producer, one consumer, no semaphore: each index has one writer.
 *
 * right: 3\n
 */
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  volatile int slots[2];
  volatile int in, out;
} *ring;

int main(void) {
  ring = mmap(NULL, sizeof *ring, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    for (int i = 1; i <= 2; i++) {
      while ((ring->in + 1) % 2 == ring->out)
        ;
      ring->slots[ring->in] = i;
      ring->in = (ring->in + 1) % 2;
    }
    _exit(0);
  }
  int sum = 0;
  for (int i = 0; i < 2; i++) {
    while (ring->in == ring->out)
      ;
    sum += ring->slots[ring->out];
    ring->out = (ring->out + 1) % 2;
  }
  wait(NULL);
  printf("%d\n", sum);
  return 0;
}
