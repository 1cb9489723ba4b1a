/* The mended sibling of flaws/appended-without-o-append.c.
 *
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void append(void) {
  int fd = open("log", O_CREAT | O_WRONLY | O_APPEND, 0600);
  write(fd, "x", 1);
  close(fd);
}

int main(void) {
  if (fork() == 0) {
    append();
    _exit(0);
  }
  append();
  wait(NULL);
  int fd = open("log", O_RDONLY);
  printf("%d\n", (int)lseek(fd, 0, SEEK_END));
  unlink("log");
  return 0;
}
