/* The mended sibling of flaws/orphan-asks-for-its-parent.c.
 *
 * right: parent\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t parent = getpid();
  if (fork() == 0) {
    const char *text = getppid() == parent ? "parent\n" : "orphan\n";
    write(1, text, 7);
    _exit(0);
  }
  wait(NULL);
  return 0;
}
