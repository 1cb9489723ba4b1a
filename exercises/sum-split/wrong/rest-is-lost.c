#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define NUMBERS_MAX 1000
#define PROCESSES_MAX 16

static long long sum_of(const int numbers[], int from, int to) {
  long long sum = 0;
  for (int i = from; i < to; i++) sum += numbers[i];
  return sum;
}

int main(int argc, char *argv[]) {
  int processes = argc > 1 ? atoi(argv[1]) : 1;
  if (processes < 1 || processes > PROCESSES_MAX) return 2;
  int numbers[NUMBERS_MAX];
  int n = 0;
  while (n < NUMBERS_MAX && scanf("%d", &numbers[n]) == 1) n++;

  int results[PROCESSES_MAX];
  for (int k = 0; k < processes; k++) {
    int ends[2];
    if (pipe(ends) < 0) {
      perror("pipe");
      return 1;
    }
    pid_t pid = fork();
    if (pid < 0) {
      perror("fork");
      return 1;
    }
    if (pid == 0) {
      close(ends[0]);
      long long part = sum_of(numbers, k * (n / processes), (k + 1) * (n / processes));
      write(ends[1], &part, sizeof part);
      _exit(0);
    }
    close(ends[1]);
    results[k] = ends[0];
  }

  long long total = 0;
  for (int k = 0; k < processes; k++) {
    long long part;
    if (read(results[k], &part, sizeof part) != sizeof part) return 1;
    close(results[k]);
    printf("part %d: %lld\n", k + 1, part);
    total += part;
  }
  while (wait(NULL) > 0);
  printf("sum %lld\n", total);
  return 0;
}
