#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  for (;;) {
    if (fork() == 0) printf("A is done\n");
    while (wait(NULL) > 0);
  }
}
