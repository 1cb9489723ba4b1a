#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define CHILDREN_MAX 15

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 0;
  if (n > CHILDREN_MAX) return 1;
  pid_t pids[CHILDREN_MAX];
  int sum = 0;
  for (int i = 0; i < n; i++) {
    pids[i] = fork();
    if (pids[i] < 0) {
      perror("fork");
      return 1;
    }
    if (pids[i] == 0) {
      int number = i + 1;
      printf("child %d works\n", number);
      exit(number * number);
    }
    int status;
    waitpid(pids[i], &status, 0);
    printf("child %d says %d\n", i + 1, WEXITSTATUS(status));
    sum += WEXITSTATUS(status);
  }
  printf("sum %d\n", sum);
  return 0;
}
