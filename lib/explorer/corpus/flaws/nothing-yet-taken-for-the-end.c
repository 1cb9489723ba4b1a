/* A pipe without waiting: EAGAIN says "nothing yet", not "nothing any more".
 *
 * shows: output
 * right: data\n
 */
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char text[5];
  pipe(ends);
  fcntl(ends[0], F_SETFL, O_NONBLOCK);
  if (fork() == 0) {
    write(ends[1], "data\n", 5);
    _exit(0);
  }
  usleep(20000);
  ssize_t got = read(ends[0], text, 5); /* here */
  if (got > 0) write(1, text, got);
  wait(NULL);
  return 0;
}
