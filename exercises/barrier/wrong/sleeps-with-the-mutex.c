#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WALKERS 3
#define STAGES 2

struct barrier {
  int arrived;
  sem_t mutex;
  sem_t gates[2]; /* used in turns: one opens while the other fills */
};

static struct barrier *barrier;

static void meet(int stage) {
  sem_t *gate = &barrier->gates[stage % 2];
  sem_wait(&barrier->mutex);
  barrier->arrived = barrier->arrived + 1;
  if (barrier->arrived == WALKERS) {
    barrier->arrived = 0;
    for (int i = 0; i < WALKERS; i++) sem_post(gate);
  }
  sem_wait(gate);
  sem_post(&barrier->mutex);
}

static void walk(void) {
  for (int stage = 1; stage <= STAGES; stage++) {
    char line[] = {'0' + stage, '\n'};
    write(STDOUT_FILENO, line, sizeof line);
    meet(stage);
  }
  write(STDOUT_FILENO, "home\n", 5);
}

int main(void) {
  barrier = mmap(NULL, sizeof *barrier, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (barrier == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  barrier->arrived = 0;
  sem_init(&barrier->mutex, 1, 1);
  for (int i = 0; i < 2; i++) sem_init(&barrier->gates[i], 1, 0);

  for (int i = 0; i < WALKERS; i++) {
    if (fork() == 0) {
      walk();
      exit(0);
    }
  }
  for (int i = 0; i < WALKERS; i++) wait(NULL);
  munmap(barrier, sizeof *barrier);
  return 0;
}
