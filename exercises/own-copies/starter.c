#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int own;

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  int start = atoi(argv[1]);
  int more = atoi(argv[2]);
  /* To do: memory for one number that parent and child share. */
  int *shared = malloc(sizeof *shared);
  if (shared == NULL) return 1;
  own = start;
  *shared = start;

  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) {
    /* To do: add `more` to both. */
    (void)more;
    printf("child: own %d at %p, shared %d at %p\n", own, (void *)&own, *shared, (void *)shared);
    exit(0);
  }
  /* To do: when may the parent look? */
  printf("parent: own %d at %p, shared %d at %p\n", own, (void *)&own, *shared, (void *)shared);
  free(shared);
  return 0;
}
