/* Two processes with a descriptor of their own write at the end that each has found.
 *
 * shows: output
 * right: 2\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void append(void) {
  int fd = open("log", O_CREAT | O_WRONLY, 0600);
  lseek(fd, 0, SEEK_END);
  write(fd, "x", 1); /* here */
  close(fd);
}

int main(void) {
  if (fork() == 0) {
    append();
    _exit(0);
  }
  usleep(2000);
  append();
  wait(NULL);
  int fd = open("log", O_RDONLY);
  printf("%d\n", (int)lseek(fd, 0, SEEK_END));
  unlink("log");
  return 0;
}
