/* A pipe with one byte is the lock; whoever finds that the work is not there yet keeps the
 * byte.
 *
 * shows: deadlock
 */
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int ready;
} *shared;
static int token[2];

static void worker(void) {
  char byte;
  read(token[0], &byte, 1); /* here */
  if (!shared->ready) return;
  write(token[1], &byte, 1);
}

int main(void) {
  shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  pipe(token);
  write(token[1], "t", 1);
  for (int i = 0; i < 2; i++)
    if (fork() == 0) {
      usleep(5000);
      worker();
      _exit(0);
    }
  shared->ready = 1;
  while (wait(NULL) > 0)
    ;
  return 0;
}
