/* The reader sees the end of the file, because at that moment nobody has the FIFO open for
 * writing.
 *
 * shows: output
 * right: late\n
 */
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  char text[5];
  mkfifo("pipe", 0600);
  int in = open("pipe", O_RDONLY | O_NONBLOCK);
  if (fork() == 0) {
    int out = open("pipe", O_WRONLY);
    write(out, "late\n", 5);
    _exit(0);
  }
  usleep(20000);
  ssize_t got = read(in, text, 5); /* here */
  if (got > 0) write(1, text, got);
  wait(NULL);
  unlink("pipe");
  return 0;
}
