/* ioctl: FIONREAD of pipes and files, FIONBIO, FIOCLEX, and what no terminal answers. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static void report(const char *what, int result) {
  if (result < 0) printf("%s: %s\n", what, strerror(errno));
  else printf("%s: %d\n", what, result);
}

int main(void) {
  int ends[2], count = -1, on = 1, off = 0;
  char buffer[16];
  struct winsize window;
  pipe(ends);
  report("FIONREAD of an empty pipe", ioctl(ends[0], FIONREAD, &count));
  printf("%d bytes\n", count);
  write(ends[1], "twelve bytes", 12);
  ioctl(ends[0], FIONREAD, &count);
  printf("%d bytes\n", count);
  read(ends[0], buffer, 5);
  ioctl(ends[0], FIONREAD, &count);
  printf("%d bytes\n", count);
  read(ends[0], buffer, 16);
  report("FIONBIO", ioctl(ends[0], FIONBIO, &on));
  printf("O_NONBLOCK %d\n", (fcntl(ends[0], F_GETFL) & O_NONBLOCK) != 0);
  report("read", (int)read(ends[0], buffer, 1));
  ioctl(ends[0], FIONBIO, &off);
  printf("O_NONBLOCK %d\n", (fcntl(ends[0], F_GETFL) & O_NONBLOCK) != 0);
  report("FIOCLEX", ioctl(ends[0], FIOCLEX));
  printf("FD_CLOEXEC %d\n", fcntl(ends[0], F_GETFD));
  report("FIONCLEX", ioctl(ends[0], FIONCLEX));
  printf("FD_CLOEXEC %d\n", fcntl(ends[0], F_GETFD));
  report("TIOCGWINSZ of a pipe", ioctl(ends[0], TIOCGWINSZ, &window));
  report("TIOCGPGRP of a pipe", ioctl(ends[0], TIOCGPGRP, &count));
  report("closed", ioctl(77, FIONREAD, &count));

  char name[] = "ioctl-XXXXXX";
  int file = mkstemp(name);
  unlink(name);
  write(file, "0123456789", 10);
  lseek(file, 3, SEEK_SET);
  report("FIONREAD of a file", ioctl(file, FIONREAD, &count));
  printf("%d bytes\n", count);
  report("TIOCGWINSZ of a file", ioctl(file, TIOCGWINSZ, &window));

  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  write(pair[1], "seven77", 7);
  ioctl(pair[0], FIONREAD, &count);
  printf("%d bytes in the socket\n", count);
  int null = open("/dev/null", O_RDONLY);
  report("FIONREAD of /dev/null", ioctl(null, FIONREAD, &count));
  return 0;
}
