/* Both find the pipe readable; one reads what is there, the other waits for ever.
 *
 * shows: deadlock
 */
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

static void reader(int in) {
  struct pollfd one = {in, POLLIN, 0};
  char byte;
  if (poll(&one, 1, 0) == 1) read(in, &byte, 1); /* here */
}

int main(void) {
  int ends[2];
  pipe(ends);
  write(ends[1], "x", 1);
  if (fork() == 0) {
    reader(ends[0]);
    _exit(0);
  }
  usleep(2000);
  reader(ends[0]);
  wait(NULL);
  return 0;
}
