/* The temporary file is removed before the child has opened it.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  close(open("note", O_CREAT | O_WRONLY, 0600));
  if (fork() == 0) {
    int fd = open("note", O_RDONLY);
    assert(fd >= 0); /* here */
    _exit(0);
  }
  usleep(20000);
  unlink("note");
  wait(NULL);
  return 0;
}
