#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEATS 4

struct table {
  sem_t forks[SEATS]; /* fork i lies between philosopher i and the one before */
  int eating[SEATS];
  int meals[SEATS];
};

static struct table *table;

static void eat(int seat) {
  table->eating[seat] = 1;
  table->meals[seat] = table->meals[seat] + 1;
  table->eating[seat] = 0;
}

static void dine(int seat) {
  int left = seat;
  int right = (seat + 1) % SEATS;
  sem_wait(&table->forks[left]);
  sem_wait(&table->forks[right]);
  eat(seat);
  sem_post(&table->forks[right]);
  sem_post(&table->forks[left]);
}

int main(void) {
  table = mmap(NULL, sizeof *table, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (table == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  for (int i = 0; i < SEATS; i++) sem_init(&table->forks[i], 1, 1);

  for (int seat = 0; seat < SEATS; seat++) {
    if (fork() == 0) {
      dine(seat);
      exit(0);
    }
  }
  for (int seat = 0; seat < SEATS; seat++) wait(NULL);

  int meals = 0;
  for (int seat = 0; seat < SEATS; seat++) meals += table->meals[seat];
  printf("%d meals\n", meals);
  munmap(table, sizeof *table);
  return 0;
}
