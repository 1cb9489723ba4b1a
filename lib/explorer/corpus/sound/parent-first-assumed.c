/* The mended sibling of flaws/parent-first-assumed.c.
 *
 * right: parent\nchild\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int go[2];
  char byte;
  pipe(go);
  if (fork() == 0) {
    read(go[0], &byte, 1);
    write(1, "child\n", 6);
    _exit(0);
  }
  write(1, "parent\n", 7);
  write(go[1], "", 1);
  wait(NULL);
  return 0;
}
