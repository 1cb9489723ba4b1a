/* lseek and write are two steps, and both processes use one offset.
 *
 * shows: output
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
    lseek(fd, 0, SEEK_SET);
    write(fd, "A", 1); /* here */
    _exit(0);
  }
  usleep(1000);
  lseek(fd, 1, SEEK_SET);
  write(fd, "B", 1); /* here */
  wait(NULL);
  pread(fd, text, 2, 0);
  printf("%s\n", text);
  unlink("letters");
  return 0;
}
