/* Both find the lock file of a process that is gone, both remove it and make it anew: the second one
 * removes the first one's.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *inside;

static void work(void) {
  while (open("lock", O_CREAT | O_EXCL | O_WRONLY, 0600) < 0) unlink("lock"); /* it looks stale */
  assert(__atomic_fetch_add(inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(inside, 1, __ATOMIC_SEQ_CST);
  unlink("lock");
}

int main(void) {
  inside = mmap(NULL, sizeof *inside, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    work();
    _exit(0);
  }
  usleep(20000);
  work();
  wait(NULL);
  return 0;
}
