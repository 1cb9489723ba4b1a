#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  for (int i = 0; i < 4; i++) fork();
  while (wait(NULL) > 0);
  printf("done\n");
  return 0;
}
