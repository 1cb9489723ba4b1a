#include <stdio.h>
#include <stdlib.h>
static void first(void) { printf("first\n"); }
static void second(void) { printf("second\n"); }
int main(int argc, char *argv[]) {
  atexit(first); atexit(second);
  printf("%d %d\n", argc, argv[argc] == NULL);
  if (argc == 1) exit(300 - 1);
  return 0;
}
