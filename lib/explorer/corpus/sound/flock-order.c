/* The mended sibling of flaws/flock-order.c.
 */
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static void work(const char *first, const char *second) {
  int one = open(first, O_CREAT | O_RDWR, 0600);
  int two = open(second, O_CREAT | O_RDWR, 0600);
  flock(one, LOCK_EX);
  flock(two, LOCK_EX);
  close(two);
  close(one);
}

int main(void) {
  if (fork() == 0) {
    work("a", "b");
    _exit(0);
  }
  work("a", "b");
  wait(NULL);
  return 0;
}
