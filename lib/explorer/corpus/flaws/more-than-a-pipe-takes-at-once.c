/* Only what is at most PIPE_BUF bytes long is written to a pipe in one piece.
 *
 * shows: assert
 */
#include <assert.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { BYTES = 70000 };
static char text[BYTES], got[2 * BYTES];

int main(void) {
  int ends[2];
  pipe(ends);
  for (int k = 0; k < 2; k++)
    if (fork() == 0) {
      memset(text, 'a' + k, BYTES);
      usleep(k * 20000);
      write(ends[1], text, BYTES);
      _exit(0);
    }
  int have = 0;
  while (have < 2 * BYTES) have += read(ends[0], got + have, 2 * BYTES - have);
  int changes = 0;
  for (int k = 1; k < 2 * BYTES; k++) changes += got[k] != got[k - 1];
  assert(changes == 1); /* here */
  while (wait(NULL) > 0)
    ;
  return 0;
}
