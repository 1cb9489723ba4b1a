#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
#define N 1000
#define W 4
int main(void) {
  int data[N];
  for (int i = 0; i < N; i++) data[i] = (i * 37) % 101;
  int fd[W][2];
  long total = 0, check = 0;
  for (int w = 0; w < W; w++) {
    if (pipe(fd[w])) {
      perror("pipe");
      return 1;
    }
    pid_t p = fork();
    if (p < 0) return 1;
    if (p == 0) {
      close(fd[w][0]);
      long s = 0;
      for (int i = w * N / W; i < (w + 1) * N / W; i++) s += data[i];
      write(fd[w][1], &s, sizeof s);
      close(fd[w][1]);
      exit(0);
    }
    close(fd[w][1]);
  }
  for (int w = 0; w < W; w++) {
    long s;
    if (read(fd[w][0], &s, sizeof s) != sizeof s) return 2;
    printf("worker %d: %ld\n", w, s);
    total += s;
    close(fd[w][0]);
  }
  for (int i = 0; i < N; i++) check += data[i];
  while (wait(NULL) > 0) ;
  printf("%ld %s\n", total, total == check ? "right" : "wrong");
  return 0;
}
