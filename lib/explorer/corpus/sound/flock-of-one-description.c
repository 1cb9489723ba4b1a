/* The mended sibling of flaws/flock-of-one-description.c: each opens the file itself.
 *
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *count;

static void add(void) {
  int lock = open("lock", O_CREAT | O_RDWR, 0600);
  flock(lock, LOCK_EX);
  *count = *count + 1;
  flock(lock, LOCK_UN);
  close(lock);
}

int main(void) {
  count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    add();
    _exit(0);
  }
  add();
  wait(NULL);
  printf("%d\n", *count);
  return 0;
}
