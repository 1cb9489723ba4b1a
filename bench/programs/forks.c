#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* FORKS times fork, exit and wait, with HEAP bytes of touched heap to be shared. */
int main(void) {
  char *heap = malloc(HEAP + 1);
  for (int i = 0; i < HEAP; i += 512) heap[i] = 1;
  for (int i = 0; i < FORKS; i++) {
    if (fork() == 0) _exit(0);
    wait(NULL);
  }
  free(heap);
  return 0;
}
