/* The mended sibling of flaws/child-not-yet-ended.c.
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) _exit(0);
  waitpid(-1, NULL, 0);
  return 0;
}
