#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Goes on when its parent has ended. */
static void grandchild(int number, pid_t parent, int done) {
  /* To do: wait until the parent has ended. */
  (void)parent;
  char line[40];
  int length = snprintf(line, sizeof line, "orphan %d adopted\n", number);
  write(STDOUT_FILENO, line, length);
  close(done);
  _exit(0);
}

int main(int argc, char *argv[]) {
  int n = argc > 1 ? atoi(argv[1]) : 1;
  int done[2];
  if (pipe(done) < 0) {
    perror("pipe");
    return 1;
  }
  pid_t middle = fork();
  if (middle < 0) {
    perror("fork");
    return 1;
  }
  if (middle == 0) {
    pid_t me = getpid();
    close(done[0]);
    /* To do: make n children, live 20 ms longer, and end. */
    if (n == 0) grandchild(0, me, done[1]);
    _exit(0);
  }
  close(done[1]);
  int status;
  waitpid(middle, &status, 0);
  printf("the middle one ended and left %d\n", WEXITSTATUS(status));
  fflush(stdout);

  /* To do: wait until all grandchildren are through. */
  printf("all are through\n");
  return 0;
}
