#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(void) {
  setenv("ANIMAL", "fox", 1); setenv("ANIMAL", "owl", 0);
  printf("%s ", getenv("ANIMAL"));
  setenv("ANIMAL", "bee", 1); printf("%s %d\n", getenv("ANIMAL"), getenv("NO_SUCH_NAME") == NULL);
  if (fork() == 0) { setenv("ANIMAL", "cat", 1); _exit(0); }
  wait(NULL);
  printf("%s ", getenv("ANIMAL")); unsetenv("ANIMAL"); printf("%d\n", getenv("ANIMAL") == NULL);
  return 0;
}
