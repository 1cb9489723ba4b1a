/* unix(7): a name in the file system, stream, datagram and sequenced packets, who is there and who isn't. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void failing(const char *what, long result) {
  printf("%s: %ld %s\n", what, result, result < 0 ? strerror(errno) : "fine");
}

static struct sockaddr_un name(const char *what) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  snprintf(address.sun_path, sizeof address.sun_path, "/tmp/forkyard-%d-%s", (int)getppid(), what);
  return address;
}

static int at(int type, const struct sockaddr_un *address) {
  int fd = socket(AF_UNIX, type, 0);
  unlink(address->sun_path);
  if (bind(fd, (const struct sockaddr *)address, sizeof *address) < 0) perror("bind");
  return fd;
}

int main(void) {
  struct sockaddr_un server = name("stream");
  int fd = at(SOCK_STREAM, &server);
  struct stat status;
  stat(server.sun_path, &status);
  printf("a socket: %d\n", S_ISSOCK(status.st_mode));
  int again = socket(AF_UNIX, SOCK_STREAM, 0);
  failing("bind again", bind(again, (struct sockaddr *)&server, sizeof server));
  failing("not yet listening", connect(again, (struct sockaddr *)&server, sizeof server));
  listen(fd, 3);
  fflush(stdout);
  if (fork() == 0) {
    connect(again, (struct sockaddr *)&server, sizeof server);
    char text[16] = {0};
    send(again, "question", 8, 0);
    recv(again, text, 6, MSG_WAITALL);
    exit(strcmp(text, "answer") == 0 ? 7 : 1);
  }
  close(again);
  int connection = accept(fd, NULL, NULL);
  char text[32] = {0};
  recv(connection, text, 8, MSG_WAITALL);
  printf("asked: %s\n", text);
  send(connection, "ans", 3, 0);
  send(connection, "wer", 3, 0);
  int end;
  wait(&end);
  printf("child %d\n", WEXITSTATUS(end));
  printf("end of file: %zd\n", recv(connection, text, sizeof text, 0));
  failing("write then", send(connection, "x", 1, MSG_NOSIGNAL));
  close(connection);
  close(fd);
  int late = socket(AF_UNIX, SOCK_STREAM, 0);
  failing("nobody there", connect(late, (struct sockaddr *)&server, sizeof server));
  unlink(server.sun_path);
  failing("no file", connect(late, (struct sockaddr *)&server, sizeof server));

  struct sockaddr_un post = name("datagram"), own = name("own");
  int box = at(SOCK_DGRAM, &post), mine = at(SOCK_DGRAM, &own);
  failing("wrong type", connect(late, (struct sockaddr *)&post, sizeof post));
  sendto(mine, "letter", 6, 0, (struct sockaddr *)&post, sizeof post);
  struct sockaddr_un from;
  socklen_t size = sizeof from;
  ssize_t n = recvfrom(box, text, sizeof text, 0, (struct sockaddr *)&from, &size);
  printf("%zd bytes from %s\n", n, strcmp(from.sun_path, own.sun_path) == 0 ? "own" : "?");
  int ends[2];
  socketpair(AF_UNIX, SOCK_DGRAM, 0, ends);
  write(ends[0], "ab", 2);
  write(ends[0], "cde", 3);
  n = read(ends[1], text, sizeof text);
  printf("%zd then", n);
  printf(" %zd\n", read(ends[1], text, sizeof text));
  int packets[2];
  socketpair(AF_UNIX, SOCK_SEQPACKET, 0, packets);
  write(packets[0], "first", 5);
  write(packets[0], "second", 6);
  n = read(packets[1], text, 2);
  printf("packet cut to %zd, next", n);
  printf(" %zd\n", read(packets[1], text, sizeof text));
  close(packets[0]);
  printf("end: %zd\n", read(packets[1], text, sizeof text));
  unlink(post.sun_path);
  unlink(own.sun_path);
  return 0;
}
