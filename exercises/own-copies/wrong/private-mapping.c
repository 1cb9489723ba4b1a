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
  int *shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) {
    perror("mmap");
    return 1;
  }
  own = start;
  *shared = start;

  pid_t pid = fork();
  if (pid < 0) {
    perror("fork");
    return 1;
  }
  if (pid == 0) {
    own += more;
    *shared += more;
    printf("child: own %d at %p, shared %d at %p\n", own, (void *)&own, *shared, (void *)shared);
    exit(0);
  }
  wait(NULL);
  printf("parent: own %d at %p, shared %d at %p\n", own, (void *)&own, *shared, (void *)shared);
  munmap(shared, sizeof *shared);
  return 0;
}
