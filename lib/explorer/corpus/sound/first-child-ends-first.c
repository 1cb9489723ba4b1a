/* The mended sibling of flaws/first-child-ends-first.c.
 *
 * right: first second\n
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t first = fork();
  if (first == 0) _exit(0);
  pid_t second = fork();
  if (second == 0) {
    _exit(0);
  }
  pid_t ended = waitpid(first, NULL, 0);
  printf("%s ", ended == first ? "first" : "second");
  ended = waitpid(second, NULL, 0);
  printf("%s\n", ended == second ? "second" : "first");
  return 0;
}
