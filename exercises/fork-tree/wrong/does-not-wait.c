#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void finish(const char *name, int descendants) {
  printf("%s is done\n", name);
  exit(descendants);
}

int main(void) {
  if (fork() == 0) {
    if (fork() == 0) finish("C", 0);
    if (fork() == 0) finish("D", 0);
    finish("A", 2);
  }
  if (fork() == 0) {
    if (fork() == 0) finish("E", 0);
    finish("B", 1);
  }
  finish("P", 5);
}
