#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) {
    if (fork() == 0) printf("C is done\n");
    if (fork() == 0) printf("D is done\n");
    while (wait(NULL) > 0);
    printf("A is done\n");
  }
  if (fork() == 0) {
    if (fork() == 0) printf("E is done\n");
    while (wait(NULL) > 0);
    printf("B is done\n");
  }
  while (wait(NULL) > 0);
  printf("P is done\n");
  return 5;
}
