/* The record is written in two pieces; one read may get the first alone.
 *
 * shows: assert
 */
#include <assert.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char record[4];
  pipe(ends);
  if (fork() == 0) {
    write(ends[1], "ab", 2);
    write(ends[1], "cd", 2);
    _exit(0);
  }
  usleep(20000);
  ssize_t got = read(ends[0], record, 4);
  assert(got == 4); /* here */
  wait(NULL);
  return 0;
}
