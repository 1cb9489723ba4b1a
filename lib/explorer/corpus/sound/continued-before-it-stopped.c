/* The mended sibling of flaws/continued-before-it-stopped.c.
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    raise(SIGSTOP);
    _exit(0);
  }
  waitpid(child, NULL, WUNTRACED);
  kill(child, SIGCONT);
  waitpid(child, NULL, 0);
  return 0;
}
