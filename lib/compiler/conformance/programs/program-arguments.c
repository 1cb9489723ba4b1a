/* argc, argv, the environment. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv, char **envp) {
  printf("%d %d\n", argc, argv[argc] == NULL);
  printf("%d\n", envp[0] != NULL);
  setenv("FORKYARD_TEST", "yes", 1);
  printf("%s %d\n", getenv("FORKYARD_TEST"), getenv("FORKYARD_NO_SUCH") == NULL);
  unsetenv("FORKYARD_TEST");
  printf("%d\n", getenv("FORKYARD_TEST") == NULL);
  return argc;
}
