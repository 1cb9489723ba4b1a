/* wait gives back whoever ends first, which need not be the child that was created first.
 *
 * shows: output
 * right: first second\n
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t first = fork();
  if (first == 0) _exit(0);
  usleep(2000);
  pid_t second = fork();
  if (second == 0) {
    usleep(5000);
    _exit(0);
  }
  pid_t ended = wait(NULL); /* here */
  printf("%s ", ended == first ? "first" : "second");
  ended = wait(NULL);
  printf("%s\n", ended == second ? "second" : "first");
  return 0;
}
