#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN 199

static int work(int from, int times) {
  int sum = from;
  for (int k = 0; k < times; k++) {
    sum = sum * 31 + k;
    sum ^= sum >> 7;
  }
  return sum;
}

/* 200 processes, 1,000,000 instructions: each child computes and tells in between. */
int main(void) {
  int ends[2];
  if (pipe(ends) != 0) return 1;
  for (int child = 0; child < CHILDREN; child++)
    if (fork() == 0) {
      int sum = child;
      for (int round = 0; round < 8; round++) {
        sum = work(sum, WORK);
        write(ends[1], &sum, sizeof sum);
      }
      _exit(0);
    }
  int all = 0, sum;
  for (int k = 0; k < CHILDREN * 8; k++)
    if (read(ends[0], &sum, sizeof sum) == sizeof sum) all ^= sum;
  for (int child = 0; child < CHILDREN; child++) wait(NULL);
  printf("%d\n", all & 0xff);
  return 0;
}
