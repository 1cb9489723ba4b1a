/* The mended sibling of flaws/create-if-absent.c.
 *
 * right: 1\n
 */
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int *holders;

static void try_lock(void) {
  int fd = open("lock", O_CREAT | O_EXCL | O_RDWR, 0600);
  if (fd >= 0) {
    close(fd);
    ++*holders;
  }
}

int main(void) {
  holders = mmap(NULL, sizeof *holders, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    try_lock();
    _exit(0);
  }
  try_lock();
  wait(NULL);
  unlink("lock");
  printf("%d\n", *holders);
  return 0;
}
