/* The mended sibling of flaws/record-in-two-reads.c.
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
  ssize_t got = 0;
  while (got < 4) got += read(ends[0], record + got, 4 - got);
  assert(got == 4);
  wait(NULL);
  return 0;
}
