/* The reader closes the pipe after the first byte; whether the writer dies of the second
 * depends on who is faster.
 *
 * shows: output
 * right: written\n
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char byte;
  pipe(ends);
  if (fork() == 0) {
    close(ends[0]);
    write(ends[1], "1", 1);
    write(ends[1], "2", 1); /* here */
    write(1, "written\n", 8);
    _exit(0);
  }
  close(ends[1]);
  usleep(20000);
  read(ends[0], &byte, 1);
  close(ends[0]); /* here */
  wait(NULL);
  return 0;
}
