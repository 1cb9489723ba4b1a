/* Two processes add 1 to a shared counter, N times each, without a lock. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>
#ifndef N
#define N 10
#endif

static void add(int *counter) {
  for (int k = 0; k < N; k++)
    *counter = *counter + 1;
}

int main(void) {
  int *counter =
      mmap(NULL, sizeof *counter, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    add(counter);
    exit(0);
  }
  add(counter);
  wait(NULL);
  printf("%d\n", *counter);
  return 0;
}
