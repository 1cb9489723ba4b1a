/* Each child is waited for by its pid, and its status is its own.
 *
 * right: 1 2\n
 */
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  pid_t children[2];
  int status[2];
  for (int i = 0; i < 2; i++)
    if ((children[i] = fork()) == 0) _exit(i + 1);
  for (int i = 0; i < 2; i++) waitpid(children[i], &status[i], 0);
  printf("%d %d\n", WEXITSTATUS(status[0]), WEXITSTATUS(status[1]));
  return 0;
}
