/* The mended sibling of flaws/reader-gone-early.c.
 *
 * right: written\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char byte;
  pipe(ends);
  if (fork() == 0) {
    close(ends[0]);
    write(ends[1], "1", 1);
    write(ends[1], "2", 1);
    write(1, "written\n", 8);
    _exit(0);
  }
  close(ends[1]);
  while (read(ends[0], &byte, 1) == 1)
    ;
  close(ends[0]);
  wait(NULL);
  return 0;
}
