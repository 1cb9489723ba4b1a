#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  printf("twice ");
  if (fork() == 0) { printf("child\n"); return 0; }
  wait(NULL);
  printf("parent\n");
  fflush(stdout);
  if (fork() == 0) { printf("lost"); _exit(0); }
  wait(NULL);
  if (fork() == 0) { printf("kept\n"); exit(0); }
  wait(NULL);
  write(1, "direct\n", 7);
  printf("end\n");
  return 0;
}
