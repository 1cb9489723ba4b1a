/* FIFOs: open waits for the other end, O_NONBLOCK doesn't, end of file, EPIPE. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  char place[] = "/tmp/fifoXXXXXX", text[32];
  if (!mkdtemp(place) || chdir(place) < 0) return 1;
  struct stat about;
  printf("mkfifo %d, again %d %s\n", mkfifo("f", 0640), mkfifo("f", 0600), strerror(errno));
  stat("f", &about);
  printf("fifo %d mode %o\n", S_ISFIFO(about.st_mode), about.st_mode & 0777);
  printf("writer alone, O_NONBLOCK: %d %s\n", open("f", O_WRONLY | O_NONBLOCK), strerror(errno));
  int reader = open("f", O_RDONLY | O_NONBLOCK);
  printf("reader alone, O_NONBLOCK: %d\n", reader >= 0);
  printf("no writer: read gives %zd\n", read(reader, text, sizeof text));
  int writer = open("f", O_WRONLY | O_NONBLOCK);
  printf("now a writer: %d\n", writer >= 0);
  printf("nothing there: %zd %s\n", read(reader, text, sizeof text), strerror(errno));
  write(writer, "hi", 2);
  printf("read %zd %.2s\n", read(reader, text, sizeof text), text);
  signal(SIGPIPE, SIG_IGN);
  close(reader);
  printf("no reader: %zd %s\n", write(writer, "x", 1), strerror(errno));
  close(writer);
  fflush(stdout);
  if (fork() == 0) {
    int out = open("f", O_WRONLY);
    write(out, "from the child", 14);
    _exit(0);
  }
  int in = open("f", O_RDONLY);
  ssize_t n = read(in, text, sizeof text);
  printf("%.*s, then %zd\n", (int)n, text, read(in, text, sizeof text));
  close(in);
  wait(NULL);
  fflush(stdout);
  if (fork() == 0) {
    usleep(20000);
    in = open("f", O_RDONLY);
    n = read(in, text, sizeof text);
    printf("child got %.*s\n", (int)n, text);
    fflush(stdout);
    _exit(0);
  }
  int out = open("f", O_WRONLY);
  write(out, "from the parent", 15);
  close(out);
  wait(NULL);
  int both = open("f", O_RDWR);
  write(both, "self", 4);
  printf("both ends: %zd %.4s\n", read(both, text, sizeof text), text);
  struct sigaction action = {0};
  action.sa_handler = SIG_DFL;
  signal(SIGALRM, SIG_DFL);
  close(both);
  unlink("f");
  printf("%d\n", rmdir(place));
  return 0;
}
