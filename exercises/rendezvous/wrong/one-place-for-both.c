#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct meeting {
  sem_t here[2]; /* posted by each of the two when it has come */
  int gift[2];   /* what each has brought */
};

static struct meeting *meeting;

/* Brings a gift, waits for the other one, takes the other one's gift home. */
static int meet(int me, int gift) {
  int other = 1 - me;
  meeting->gift[0] = gift;
  sem_post(&meeting->here[me]);
  sem_wait(&meeting->here[other]);
  return meeting->gift[0];
}

static void person(int me, int gift) {
  char line[40];
  write(STDOUT_FILENO, line, snprintf(line, sizeof line, "%c comes with %d\n", 'A' + me, gift));
  int got = meet(me, gift);
  write(STDOUT_FILENO, line, snprintf(line, sizeof line, "%c goes with %d\n", 'A' + me, got));
  exit(0);
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  meeting = mmap(NULL, sizeof *meeting, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (meeting == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  for (int i = 0; i < 2; i++) sem_init(&meeting->here[i], 1, 0);
  for (int i = 0; i < 2; i++) {
    if (fork() == 0) person(i, atoi(argv[i + 1]));
  }
  for (int i = 0; i < 2; i++) wait(NULL);
  for (int i = 0; i < 2; i++) sem_destroy(&meeting->here[i]);
  munmap(meeting, sizeof *meeting);
  return 0;
}
