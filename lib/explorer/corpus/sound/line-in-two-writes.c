/* The mended sibling of flaws/line-in-two-writes.c.
 *
 * right: A!\nB!\n or B!\nA!\n
 */
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *line) {
  write(1, line, 3);
}

int main(void) {
  if (fork() == 0) {
    say("A!\n");
    _exit(0);
  }
  say("B!\n");
  wait(NULL);
  return 0;
}
