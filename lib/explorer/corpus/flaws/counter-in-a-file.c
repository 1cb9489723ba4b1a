/* Read, add, write back: in a file as in memory.
 *
 * shows: output
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void add(int fd) {
  char digit;
  pread(fd, &digit, 1, 0); /* here */
  digit++;
  pwrite(fd, &digit, 1, 0); /* here */
}

int main(void) {
  int fd = open("count", O_CREAT | O_TRUNC | O_RDWR, 0600);
  write(fd, "0", 1);
  if (fork() == 0) {
    add(fd);
    _exit(0);
  }
  usleep(1000);
  add(fd);
  wait(NULL);
  char digit;
  pread(fd, &digit, 1, 0);
  printf("%c\n", digit);
  unlink("count");
  return 0;
}
