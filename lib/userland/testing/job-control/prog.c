#include <stdio.h>
#include <unistd.h>

int main(int argc, char *argv[]) {
  for (int i = 1; i <= 3; i++) {
    printf("%s %d\n", argc > 1 ? argv[1] : "?", i);
    fflush(stdout);
    usleep(20000);
  }
  return 0;
}
