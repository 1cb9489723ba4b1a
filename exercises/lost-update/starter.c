#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define ADDERS 2
#define TIMES 2

struct shared {
  int counter;
  /* What else do the processes have to share? */
};

static void add_one(struct shared *shared) {
  int seen = shared->counter;
  shared->counter = seen + 1;
}

int main(void) {
  struct shared *shared =
      mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  shared->counter = 0;

  for (int adder = 0; adder < ADDERS; adder++) {
    if (fork() == 0) {
      for (int i = 0; i < TIMES; i++) add_one(shared);
      exit(0);
    }
  }
  for (int adder = 0; adder < ADDERS; adder++) wait(NULL);

  printf("%d\n", shared->counter);
  munmap(shared, sizeof *shared);
  return 0;
}
