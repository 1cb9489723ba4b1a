/* The child is sent the signal before it has installed its handler, and dies of it.
 *
 * shows: output
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
  pid_t child = fork();
  if (child == 0) {
    signal(SIGUSR1, on_signal); /* here */
    for (;;) pause();
  }
  usleep(20000);
  kill(child, SIGUSR1); /* here */
  wait(NULL);
  return 0;
}
