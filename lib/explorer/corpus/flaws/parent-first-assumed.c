/* The child takes for granted that the parent has written first: it did so each time.
 *
 * shows: output
 * right: parent\nchild\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) {
    usleep(5000);
    write(1, "child\n", 6); /* here */
    _exit(0);
  }
  write(1, "parent\n", 7); /* here */
  wait(NULL);
  return 0;
}
