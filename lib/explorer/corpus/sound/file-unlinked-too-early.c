/* The mended sibling of flaws/file-unlinked-too-early.c.
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  close(open("note", O_CREAT | O_WRONLY, 0600));
  if (fork() == 0) {
    int fd = open("note", O_RDONLY);
    assert(fd >= 0);
    _exit(0);
  }
  wait(NULL);
  unlink("note");
  return 0;
}
