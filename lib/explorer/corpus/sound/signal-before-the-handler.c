/* The mended sibling of flaws/signal-before-the-handler.c.
 *
 * right: handled\n
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
  write(1, "handled\n", 8);
  _exit(0);
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t child = fork();
  if (child == 0) {
    for (;;) pause();
  }
  kill(child, SIGUSR1);
  wait(NULL);
  return 0;
}
