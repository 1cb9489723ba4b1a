/* The mended sibling of flaws/polled-by-two.c.
 */
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

static void reader(int in) {
  char byte;
  read(in, &byte, 1);
}

int main(void) {
  int ends[2];
  pipe(ends);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  write(ends[1], "x", 1);
  if (fork() == 0) {
    reader(ends[0]);
    _exit(0);
  }
  reader(ends[0]);
  wait(NULL);
  return 0;
}
