/* The file was opened before fork: parent and child have the same lock, which keeps neither out.
 *
 * shows: output
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *count;

static void add(int lock) {
  flock(lock, LOCK_EX);
  *count = *count + 1; /* here */
  flock(lock, LOCK_UN);
}

int main(void) {
  int lock = open("lock", O_CREAT | O_RDWR, 0600);
  count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    add(lock);
    _exit(0);
  }
  usleep(3000);
  add(lock);
  wait(NULL);
  printf("%d\n", *count);
  return 0;
}
