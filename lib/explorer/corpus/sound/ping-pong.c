/* Two pipes, one byte.
 *
 * right: ping\npong\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int there[2], back[2];
  char ball = 'o';
  pipe(there);
  pipe(back);
  if (fork() == 0) {
    read(there[0], &ball, 1);
    write(1, "pong\n", 5);
    write(back[1], &ball, 1);
    _exit(0);
  }
  write(1, "ping\n", 5);
  write(there[1], &ball, 1);
  read(back[0], &ball, 1);
  wait(NULL);
  return 0;
}
