#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN_MAX 15

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 0;
  if (n > CHILDREN_MAX) return 1;
  pid_t pids[CHILDREN_MAX];
  for (int i = 0; i < n; i++) {
    pids[i] = fork();
    if (pids[i] < 0) {
      perror("fork");
      return 1;
    }
    if (pids[i] == 0) {
      int number = i + 1;
      printf("child %d works\n", number);
      /* To do: the child's part ends here. With which status? */
    }
  }
  int sum = 0;
  for (int i = 0; i < n; i++) {
    /* To do: wait for this child, print what it says, and add it. */
  }
  printf("sum %d\n", sum);
  return 0;
}
