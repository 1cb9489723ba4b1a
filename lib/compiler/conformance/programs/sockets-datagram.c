/* UDP between processes: borders of messages, truncation, MSG_PEEK, addresses of senders, refusal. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static void failing(const char *what, long result) {
  printf("%s: %ld %s\n", what, result, result < 0 ? strerror(errno) : "fine");
}

static int bound(struct sockaddr_in *address) {
  int fd = socket(AF_INET, SOCK_DGRAM, 0);
  memset(address, 0, sizeof *address);
  address->sin_family = AF_INET;
  address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(fd, (struct sockaddr *)address, sizeof *address) < 0) exit(2);
  socklen_t size = sizeof *address;
  getsockname(fd, (struct sockaddr *)address, &size);
  return fd;
}

int main(void) {
  struct sockaddr_in server;
  int fd = bound(&server);
  pid_t child = fork();
  if (child == 0) {
    struct sockaddr_in own;
    int mine = bound(&own);
    const char *texts[] = {"one", "", "a longer one", "four"};
    for (int k = 0; k < 4; k++)
      if (sendto(mine, texts[k], strlen(texts[k]), 0, (struct sockaddr *)&server, sizeof server) !=
          (ssize_t)strlen(texts[k]))
        exit(1);
    char text[32];
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    ssize_t n = recvfrom(mine, text, sizeof text, 0, (struct sockaddr *)&from, &size);
    exit(n == 5 && memcmp(text, "reply", 5) == 0 && from.sin_port == server.sin_port ? 0 : 3);
  }
  char text[32];
  struct sockaddr_in from;
  socklen_t size = sizeof from;
  ssize_t n = recv(fd, text, sizeof text, MSG_PEEK);
  printf("peeked %zd: %.*s\n", n, (int)n, text);
  n = recvfrom(fd, text, sizeof text, 0, (struct sockaddr *)&from, &size);
  printf("received %zd: %.*s\n", n, (int)n, text);
  printf("empty one: %zd\n", recv(fd, text, sizeof text, 0));
  n = recv(fd, text, 4, 0);
  printf("cut to %zd: %.*s\n", n, (int)n, text);
  struct iovec parts[2] = {{text, 2}, {text + 8, 8}};
  struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
  n = recvmsg(fd, &message, 0);
  printf("in parts %zd: %.2s %.2s, flags %d\n", n, text, text + 8, message.msg_flags);
  sendto(fd, "reply", 5, 0, (struct sockaddr *)&from, size);
  int status;
  waitpid(child, &status, 0);
  printf("child %d\n", WEXITSTATUS(status));

  struct timeval limit = {0, 20000};
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  failing("nothing comes", recv(fd, text, sizeof text, 0));
  failing("without waiting", recv(fd, text, sizeof text, MSG_DONTWAIT));

  struct sockaddr_in gone;
  int other = bound(&gone);
  close(other);
  other = socket(AF_INET, SOCK_DGRAM, 0);
  failing("send without an address", send(other, "x", 1, 0));
  connect(other, (struct sockaddr *)&gone, sizeof gone);
  printf("to nobody: %zd\n", send(other, "x", 1, 0));
  failing("and then", recv(other, text, sizeof text, 0));
  static char big[70000];
  failing("too large",
          sendto(other, big, sizeof big, 0, (struct sockaddr *)&server, sizeof server));
  failing("listen", listen(other, 1));
  return 0;
}
