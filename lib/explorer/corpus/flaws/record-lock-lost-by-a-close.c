/* Closing any descriptor of the file gives up the process's record locks on it.
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
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  int file = open("data", O_CREAT | O_RDWR, 0600);
  fcntl(file, F_SETLKW, &whole);
  close(open("data", O_RDONLY)); /* only to look whether it is there */
  assert(__atomic_fetch_add(inside, 1, __ATOMIC_SEQ_CST) == 0); /* here */
  __atomic_fetch_sub(inside, 1, __ATOMIC_SEQ_CST);
  close(file);
}

int main(void) {
  inside = mmap(NULL, sizeof *inside, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    usleep(20000);
    work();
    _exit(0);
  }
  work();
  wait(NULL);
  return 0;
}
