#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* About a hundred lines, as a student writes them: children compute, report through pipes, are waited for. */

#define WORKERS 4
#define NUMBERS 100

struct task {
  int first;
  int last;
  pid_t pid;
  int from_child;
};

struct result {
  int worker;
  long sum;
  int primes;
};

static int is_prime(int n) {
  if (n < 2) return 0;
  for (int d = 2; d * d <= n; d++) {
    if (n % d == 0) return 0;
  }
  return 1;
}

static void fail(const char *what) {
  perror(what);
  exit(EXIT_FAILURE);
}

static struct result work(int worker, const struct task *task) {
  struct result result = {worker, 0, 0};
  for (int n = task->first; n <= task->last; n++) {
    result.sum += n;
    if (is_prime(n)) result.primes++;
  }
  return result;
}

static void start(struct task *task, int worker) {
  int ends[2];
  if (pipe(ends) < 0) fail("pipe");
  task->pid = fork();
  if (task->pid < 0) fail("fork");
  if (task->pid == 0) {
    close(ends[0]);
    struct result result = work(worker, task);
    if (write(ends[1], &result, sizeof result) != (ssize_t)sizeof result) fail("write");
    close(ends[1]);
    exit(worker);
  }
  close(ends[1]);
  task->from_child = ends[0];
}

static struct result collect(const struct task *task) {
  struct result result;
  if (read(task->from_child, &result, sizeof result) != (ssize_t)sizeof result) fail("read");
  close(task->from_child);
  return result;
}

static int await_status(pid_t pid) {
  int status;
  if (waitpid(pid, &status, 0) < 0) fail("waitpid");
  if (WIFEXITED(status)) return WEXITSTATUS(status);
  return -1;
}

int main(void) {
  struct task tasks[WORKERS];
  memset(tasks, 0, sizeof tasks);
  int share = NUMBERS / WORKERS;
  for (int k = 0; k < WORKERS; k++) {
    tasks[k].first = k * share + 1;
    tasks[k].last = (k + 1) * share;
    start(&tasks[k], k);
  }
  long sum = 0;
  int primes = 0;
  for (int k = 0; k < WORKERS; k++) {
    struct result result = collect(&tasks[k]);
    printf("worker %d: sum %ld, %d primes\n", result.worker, result.sum, result.primes);
    sum += result.sum;
    primes += result.primes;
  }
  for (int k = 0; k < WORKERS; k++) {
    int code = await_status(tasks[k].pid);
    if (code != k) printf("worker %d ended with %d\n", k, code);
  }
  printf("sum %ld, %d primes\n", sum, primes);
  return sum == (long)NUMBERS * (NUMBERS + 1) / 2 ? EXIT_SUCCESS : EXIT_FAILURE;
}
