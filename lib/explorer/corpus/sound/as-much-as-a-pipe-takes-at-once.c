/* What is at most PIPE_BUF bytes long is in one piece, also when the pipe is full meanwhile.
 */
#include <assert.h>
#include <limits.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char text[PIPE_BUF], got[PIPE_BUF];

int main(void) {
  int ends[2];
  pipe(ends);
  for (int k = 0; k < 15; k++) write(ends[1], text, PIPE_BUF);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      memset(text, 'a' + k, PIPE_BUF);
      write(ends[1], text, PIPE_BUF);
      _exit(0);
    }
  for (int k = 0; k < 17; k++) {
    assert(read(ends[0], got, PIPE_BUF) == PIPE_BUF);
    for (int at = 1; at < PIPE_BUF; at++) assert(got[at] == got[0]);
  }
  while (wait(NULL) > 0)
    ;
  return 0;
}
