/* poll gives up after 100 ms, and the program believes that nothing will come.
 *
 * shows: output
 * right: hello\n
 */
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  pipe(ends);
  if (fork() == 0) {
    write(ends[1], "hello\n", 6);
    _exit(0);
  }
  struct pollfd one = {ends[0], POLLIN, 0};
  char text[6];
  if (poll(&one, 1, 100) == 1) /* here */
    write(1, text, read(ends[0], text, 6));
  wait(NULL);
  return 0;
}
