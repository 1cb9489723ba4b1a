/* The mended sibling of flaws/brothers-in-order-assumed.c.
 *
 * right: 1\n2\n3\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  for (int i = 1; i <= 3; i++) {
    if (fork() == 0) {
      char line[] = {'0' + i, '\n'};
      write(1, line, 2);
      _exit(0);
    }
    wait(NULL);
  }
  return 0;
}
