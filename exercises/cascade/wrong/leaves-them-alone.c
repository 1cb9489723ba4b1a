#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define WORKERS_MAX 10

/* Works for ever, but for the one that breaks off. */
static void work(int number, int broken) {
  if (number == broken) abort();
  for (;;) pause();
}

static int number_of(pid_t pid, const pid_t workers[], int n) {
  for (int i = 0; i < n; i++) {
    if (workers[i] == pid) return i + 1;
  }
  return 0;
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  int n = atoi(argv[1]);
  int broken = atoi(argv[2]);
  if (n > WORKERS_MAX) return 2;
  pid_t workers[WORKERS_MAX];
  for (int i = 0; i < n; i++) {
    workers[i] = fork();
    if (workers[i] < 0) {
      perror("fork");
      return 2;
    }
    if (workers[i] == 0) work(i + 1, broken);
  }

  int status;
  pid_t first = wait(&status);
  printf("worker %d broke off with signal %d\n", number_of(first, workers, n), WTERMSIG(status));
  int ended = n - 1;
  printf("%d others ended\n", ended);
  return 1;
}
