#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  int forks = argc > 1 ? atoi(argv[1]) : 1;
  pid_t first = getpid();
  int counter[2];
  if (pipe(counter) < 0) {
    perror("pipe");
    return 1;
  }
  for (int i = 0; i < forks; i++) {
    if (fork() < 0) {
      perror("fork");
      return 1;
    }
  }

  write(counter[1], "x", 1);
  close(counter[1]);
  if (getpid() == first) {
    int processes = 0;
    char mark;
    while (read(counter[0], &mark, 1) == 1) processes++;
    printf("%d processes\n", processes);
  }
  wait(NULL);
  return 0;
}
