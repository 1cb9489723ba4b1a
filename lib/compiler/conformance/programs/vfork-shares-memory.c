/* The child of vfork shares its parent's memory until it executes or ends. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int global = 1;

static int deep(int n) {
  char buffer[64];
  memset(buffer, n, sizeof buffer);
  return n == 0 ? buffer[3] : deep(n - 1) + buffer[5];
}

int main(void) {
  volatile int local = 2;
  char *heap = malloc(16);
  strcpy(heap, "before");
  pid_t child = vfork();
  if (child == 0) {
    global = 10 + deep(5);
    local = 20;
    strcpy(heap, "by the child");
    _exit(3);
  }
  int status;
  pid_t waited = waitpid(child, &status, 0);
  printf("%d %d %s %d %d\n", global, local, heap, waited == child, WEXITSTATUS(status));
  int error = 0;
  volatile int *result = &error;
  child = vfork();
  if (child == 0) {
    *result = 5;
    execl("/no/such/program", "program", (char *)NULL);
    *result = 6;
    _exit(127);
  }
  waitpid(child, &status, 0);
  printf("%d %d\n", error, WEXITSTATUS(status));
  for (int k = 0; k < 3; k++) {
    child = vfork();
    if (child == 0) {
      global += 100;
      execlp("true", "true", (char *)NULL);
      _exit(1);
    }
    waitpid(child, &status, 0);
  }
  printf("%d %d\n", global, status);
  free(heap);
  return deep(3);
}
