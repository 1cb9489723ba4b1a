/* A TCP echo server with a child for each client; partial reads, shutdown, end of file. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static void failing(const char *what, long result) {
  printf("%s: %ld %s\n", what, result, result < 0 ? strerror(errno) : "fine");
}

static int listener(struct sockaddr_in *address) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  int yes = 1;
  setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  memset(address, 0, sizeof *address);
  address->sin_family = AF_INET;
  address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(fd, (struct sockaddr *)address, sizeof *address) < 0) exit(2);
  if (listen(fd, 5) < 0) exit(3);
  socklen_t size = sizeof *address;
  getsockname(fd, (struct sockaddr *)address, &size);
  return fd;
}

static void serve(int fd) {
  char text[64];
  ssize_t n;
  while ((n = read(fd, text, sizeof text)) > 0)
    for (ssize_t done = 0; done < n;) done += write(fd, text + done, n - done);
  close(fd);
  exit(0);
}

static int client(struct sockaddr_in *to, const char *text) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(fd, (struct sockaddr *)to, sizeof *to) < 0) exit(4);
  write(fd, text, strlen(text));
  shutdown(fd, SHUT_WR);
  char got[256];
  size_t have = 0;
  ssize_t n;
  while ((n = read(fd, got + have, sizeof got - have)) > 0) have += n;
  int same = have == strlen(text) && memcmp(got, text, have) == 0;
  close(fd);
  return same;
}

int main(void) {
  struct sockaddr_in address;
  int fd = listener(&address);
  printf("bound to %s, port %s\n", inet_ntoa(address.sin_addr), address.sin_port ? "chosen" : "none");
  fflush(stdout);
  for (int k = 0; k < 3; k++) {
    if (fork() == 0) {
      char text[100];
      memset(text, 'a' + k, sizeof text);
      text[99] = '\0';
      exit(client(&address, text) ? 0 : 1);
    }
  }
  for (int k = 0; k < 3; k++) {
    struct sockaddr_in peer;
    socklen_t size = sizeof peer;
    int connection = accept(fd, (struct sockaddr *)&peer, &size);
    if (connection < 0) return 5;
    if (size != sizeof peer || peer.sin_family != AF_INET) return 6;
    if (fork() == 0) {
      close(fd);
      serve(connection);
    }
    close(connection);
  }
  int fine = 0, status;
  while (wait(&status) > 0) fine += WIFEXITED(status) && WEXITSTATUS(status) == 0;
  printf("%d of 6 processes ended well\n", fine);
  close(fd);
  int late = socket(AF_INET, SOCK_STREAM, 0);
  failing("connect when nobody listens", connect(late, (struct sockaddr *)&address, sizeof address));
  char byte;
  failing("recv unconnected", recv(late, &byte, 1, 0));
  signal(SIGPIPE, SIG_IGN);
  failing("send unconnected", send(late, "x", 1, 0));
  close(late);
  return 0;
}
