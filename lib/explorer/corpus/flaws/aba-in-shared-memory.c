/* A free list of indices in shared memory: between looking at the first one's successor and the exchange,
 * the first one was taken and given back, the second one not.
 *
 * shows: assert
 */
#include <assert.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int first;
  int next[3];
  atomic_int taken[3];
} *pool;

static int take(void) {
  for (;;) {
    int first = pool->first;
    if (first < 0) return first;
    int next = pool->next[first];
    if (!atomic_compare_exchange_strong(&pool->first, &first, next)) continue;
    assert(pool->taken[first]++ == 0); /* here */
    return first;
  }
}

static void give(int index) {
  pool->taken[index] = 0;
  int first = pool->first;
  do pool->next[index] = first;
  while (!atomic_compare_exchange_strong(&pool->first, &first, index));
}

int main(void) {
  pool = mmap(NULL, sizeof *pool, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pool->next[0] = 1;
  pool->next[1] = -1;
  if (fork() == 0) {
    usleep(2000);
    int first = take();
    take();
    if (first >= 0) give(first);
    _exit(0);
  }
  take();
  take();
  wait(NULL);
  return 0;
}
