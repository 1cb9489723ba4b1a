/* Three children print in the order in which they were created, most of the time.
 *
 * shows: output
 * right: 1\n2\n3\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  for (int i = 1; i <= 3; i++) {
    if (fork() == 0) {
      char line[] = {'0' + i, '\n'};
      write(1, line, 2); /* here */
      _exit(0);
    }
    usleep(3000);
  }
  while (wait(NULL) > 0)
    ;
  return 0;
}
