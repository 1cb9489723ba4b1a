/* Both processes find no lock file, and both create it.
 *
 * shows: output
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
  if (access("lock", F_OK) != 0) {
    close(open("lock", O_CREAT | O_RDWR, 0600));
    ++*holders;
  }
}

int main(void) {
  holders = mmap(NULL, sizeof *holders, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    try_lock();
    _exit(0);
  }
  usleep(2000);
  try_lock();
  wait(NULL);
  unlink("lock");
  printf("%d\n", *holders);
  return 0;
}
