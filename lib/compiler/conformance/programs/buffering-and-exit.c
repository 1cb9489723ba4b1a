/* Exit paths: atexit in reverse order, buffers flushed; _exit flushes nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void first(void) { printf("first registered\n"); }
static void second(void) { printf("second registered\n"); }

int main(void) {
  atexit(first);
  atexit(second);
  printf("before fork, ");
  pid_t child = fork();
  if (child == 0) {
    printf("child's text is lost\n");
    _exit(3);
  }
  int status;
  waitpid(child, &status, 0);
  printf("child left with %d\n", WEXITSTATUS(status));
  write(1, "direct\n", 7);
  exit(5);
}
