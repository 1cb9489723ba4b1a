#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void work(void) {
  printf("working\n");
  fflush(stdout);
  usleep(100000);
}

static void child(int milliseconds, int code) {
  usleep(milliseconds * 1000);
  exit(code);
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) child(atoi(argv[1]), atoi(argv[2]));
  for (;;) {
    static int status;
    int before = status;
    pid_t ended = waitpid(pid, &status, WNOHANG);
    if (ended < 0) {
      perror("waitpid");
      return 1;
    }
    if (ended == pid) {
      printf("child ended with %d\n", WEXITSTATUS(before));
      break;
    }
    work();
  }
  if (waitpid(pid, NULL, WNOHANG) < 0) printf("no child left\n");
  return 0;
}
