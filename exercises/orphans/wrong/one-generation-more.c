#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* Goes on when its parent has ended. */
static void grandchild(int number, pid_t parent, int done) {
  while (getppid() == parent) usleep(1000);
  char line[40];
  int length = snprintf(line, sizeof line, "orphan %d adopted\n", number);
  write(STDOUT_FILENO, line, length);
  close(done);
  if (fork() == 0) _exit(0);
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
    for (int i = 1; i <= n; i++) {
      if (fork() == 0) grandchild(i, me, done[1]);
    }
    usleep(20000);
    _exit(n);
  }
  close(done[1]);
  int status;
  waitpid(middle, &status, 0);
  printf("the middle one ended and left %d\n", WEXITSTATUS(status));
  fflush(stdout);

  /* The grandchildren are not ours to wait for. But the pipe ends when the last of them has. */
  char nothing;
  while (read(done[0], &nothing, 1) > 0);
  printf("all are through\n");
  return 0;
}
