/* The child asks for its parent's pid; if the parent has ended it is another one.
 *
 * shows: output
 * right: parent\n
 */
#include <unistd.h>

int main(void) {
  pid_t parent = getpid();
  if (fork() == 0) {
    const char *text = getppid() == parent ? "parent\n" : "orphan\n"; /* here */
    write(1, text, 7);
    _exit(0);
  }
  usleep(20000);
  return 0; /* here */
}
