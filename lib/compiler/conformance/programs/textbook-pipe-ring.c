#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <sys/wait.h>
#define N 5
int main(void) {
  int p[N][2];
  for (int i = 0; i < N; i++) if (pipe(p[i]) < 0) {
    perror("pipe");
    return 1;
  }
  for (int i = 0; i < N; i++) {
    if (fork() == 0) {
      int in = p[i][0], out = p[(i + 1) % N][1];
      for (int j = 0; j < N; j++) {
        if (p[j][0] != in) close(p[j][0]);
        if (p[j][1] != out) close(p[j][1]);
      }
      int token;
      if (i == 0) {
        token = 1;
        write(out, &token, sizeof token);
      }
      for (;;) {
        if (read(in, &token, sizeof token) != sizeof token) break;
        if (token >= 40) {
          if (i == 0 && token == 40) printf("token stopped\n");
          break;
        }
        token++;
        if (i == 0) {
          printf("round: token %d\n", token);
          fflush(stdout);
        }
        write(out, &token, sizeof token);
      }
      exit(0);
    }
  }
  for (int i = 0; i < N; i++) {
    close(p[i][0]);
    close(p[i][1]);
  }
  int left = 0;
  while (wait(NULL) > 0) left++;
  printf("%d ended\n", left);
  return 0;
}
