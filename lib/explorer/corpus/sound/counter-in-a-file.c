/* The mended sibling of flaws/counter-in-a-file.c.
 *
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

static void add(void) {
  int fd = open("count", O_RDWR);
  flock(fd, LOCK_EX);
  char digit;
  pread(fd, &digit, 1, 0);
  digit++;
  pwrite(fd, &digit, 1, 0);
  close(fd);
}

int main(void) {
  int fd = open("count", O_CREAT | O_TRUNC | O_RDWR, 0600);
  write(fd, "0", 1);
  if (fork() == 0) {
    add();
    _exit(0);
  }
  add();
  wait(NULL);
  char digit;
  pread(fd, &digit, 1, 0);
  printf("%c\n", digit);
  unlink("count");
  return 0;
}
