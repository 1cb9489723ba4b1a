/* Whoever sleeps 3 ms is expected to be up before who sleeps 9 ms.
 *
 * shows: output
 * right: short\nlong\n
 */
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void nap(int microseconds, const char *text) {
  usleep(microseconds);
  write(1, text, strlen(text)); /* here */
}

int main(void) {
  if (fork() == 0) {
    nap(9000, "long\n");
    _exit(0);
  }
  nap(3000, "short\n");
  wait(NULL);
  return 0;
}
