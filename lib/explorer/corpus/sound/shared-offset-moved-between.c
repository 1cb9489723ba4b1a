/* The mended sibling of flaws/shared-offset-moved-between.c.
 *
 * right: AB\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  char text[3] = "";
  int fd = open("letters", O_CREAT | O_TRUNC | O_RDWR, 0600);
  if (fork() == 0) {
    pwrite(fd, "A", 1, 0);
    _exit(0);
  }
  pwrite(fd, "B", 1, 1);
  wait(NULL);
  pread(fd, text, 2, 0);
  printf("%s\n", text);
  unlink("letters");
  return 0;
}
