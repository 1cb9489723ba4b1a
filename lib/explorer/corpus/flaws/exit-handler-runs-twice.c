/* The child inherits the exit handler: it removes the file that the parent still needs.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void clean_up(void) {
  unlink("work");
}

int main(void) {
  close(open("work", O_CREAT | O_WRONLY, 0600));
  atexit(clean_up);
  if (fork() == 0) {
    usleep(10000);
    exit(0);
  }
  int work = open("work", O_RDONLY);
  assert(work >= 0); /* here */
  wait(NULL);
  return 0;
}
