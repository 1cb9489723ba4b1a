/* The mended sibling of flaws/nothing-yet-taken-for-the-end.c.
 *
 * right: data\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char text[5];
  pipe(ends);
  if (fork() == 0) {
    write(ends[1], "data\n", 5);
    _exit(0);
  }
  ssize_t got = read(ends[0], text, 5);
  if (got > 0) write(1, text, got);
  wait(NULL);
  return 0;
}
