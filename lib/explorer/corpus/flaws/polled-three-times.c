/* The parent looks three times whether the child has ended, then takes it for hung and kills it.
 *
 * shows: output
 * right: done\n
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t child = fork();
  if (child == 0) {
    write(1, "done\n", 5);
    _exit(0);
  }
  for (int k = 0; k < 3; k++) {
    usleep(5000);
    if (waitpid(child, NULL, WNOHANG) == child) return 0;
  }
  kill(child, SIGKILL); /* here */
  waitpid(child, NULL, 0);
  return 0;
}
