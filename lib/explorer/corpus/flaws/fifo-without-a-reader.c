/* A FIFO is opened for writing without waiting: it fails unless the reader was there first.
 *
 * shows: output
 * right: sent\n
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  mkfifo("pipe", 0600);
  if (fork() == 0) {
    char byte;
    int in = open("pipe", O_RDONLY | O_NONBLOCK);
    usleep(50000);
    read(in, &byte, 1);
    _exit(0);
  }
  usleep(20000);
  int out = open("pipe", O_WRONLY | O_NONBLOCK); /* here */
  puts(out >= 0 ? "sent" : "nobody there");
  wait(NULL);
  unlink("pipe");
  return 0;
}
