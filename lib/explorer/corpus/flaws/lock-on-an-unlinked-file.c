/* The lock file is removed by whoever is done: one waits for the lock of the old file, which then has no
 * name, another makes a new one.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *inside;

static void work(void) {
  int lock = open("lock", O_CREAT | O_RDWR, 0600);
  flock(lock, LOCK_EX);
  assert(__atomic_fetch_add(inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(inside, 1, __ATOMIC_SEQ_CST);
  unlink("lock");
  close(lock);
}

int main(void) {
  inside = mmap(NULL, sizeof *inside, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  for (int k = 0; k < 2; k++) {
    if (fork() == 0) {
      work();
      _exit(0);
    }
    usleep(10000);
  }
  work();
  while (wait(NULL) > 0)
    ;
  return 0;
}
