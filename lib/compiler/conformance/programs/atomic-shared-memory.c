/* Processes count in shared memory by atomic operations, and lock it by compare-and-swap. */
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct board {
  atomic_int counter;
  _Atomic short lock;
  int guarded;
  unsigned char bytes[8];
  _Atomic double real;
  long last;
};

int main(void) {
  struct board *board =
      mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int child = 0; child < 3; child++) {
    if (fork() > 0) continue;
    for (int k = 0; k < 200; k++) {
      board->counter++;
      short open = 0;
      while (!atomic_compare_exchange_weak(&board->lock, &open, (short)(child + 1))) {
        open = 0;
        sched_yield();
      }
      board->guarded++;
      board->lock = 0;
      __atomic_add_fetch(&board->bytes[child], 1, __ATOMIC_SEQ_CST);
      board->real += 0.25;
      __sync_fetch_and_add(&board->last, 1);
    }
    _exit(child);
  }
  int sum = 0, status;
  while (wait(&status) > 0) sum += WEXITSTATUS(status);
  printf("%d %d %d %d %d\n", sum, board->counter, board->guarded, board->bytes[0],
         board->bytes[2]);
  printf("%g %ld %d\n", board->real, board->last, board->lock);
  struct board mine = {.counter = 4};
  mine.counter *= 3;
  printf("%d\n", mine.counter);
  return 0;
}
