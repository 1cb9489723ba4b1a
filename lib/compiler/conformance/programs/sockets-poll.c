/* poll and select over sockets: a server that serves several clients in one process. */
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLIENTS 3

static void show(const char *what, int fd) {
  struct pollfd item = {fd, POLLIN | POLLOUT, 0};
  int n = poll(&item, 1, 0);
  printf("%-28s %d%s%s%s%s%s\n", what, n, item.revents & POLLIN ? " in" : "",
         item.revents & POLLOUT ? " out" : "", item.revents & POLLERR ? " err" : "",
         item.revents & POLLHUP ? " hup" : "", item.revents & POLLNVAL ? " nval" : "");
}

static void client(const struct sockaddr_in *to, int number) {
  int fd = socket(AF_INET, SOCK_STREAM, 0);
  if (connect(fd, (const struct sockaddr *)to, sizeof *to) < 0) exit(1);
  for (int k = 0; k < 5; k++) {
    char text[32], got[32];
    int n = snprintf(text, sizeof text, "%d.%d", number, k);
    send(fd, text, n, 0);
    if (recv(fd, got, n, MSG_WAITALL) != n || memcmp(text, got, n) != 0) exit(2);
  }
  exit(0);
}

int main(void) {
  struct sockaddr_in here = {.sin_family = AF_INET};
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  show("neither bound nor connected", listener);
  bind(listener, (struct sockaddr *)&here, sizeof here);
  listen(listener, CLIENTS);
  getsockname(listener, (struct sockaddr *)&here, &size);
  show("nobody has connected", listener);
  fflush(stdout);
  for (int k = 0; k < CLIENTS; k++)
    if (fork() == 0) client(&here, k);

  struct pollfd items[1 + CLIENTS] = {{listener, POLLIN, 0}};
  int count = 1, echoed = 0, ended = 0;
  while (ended < CLIENTS) {
    if (poll(items, count, -1) < 1) return 1;
    for (int k = 1; k < count; k++) {
      if (!(items[k].revents & (POLLIN | POLLHUP))) continue;
      char text[32];
      ssize_t n = recv(items[k].fd, text, sizeof text, 0);
      if (n > 0) {
        send(items[k].fd, text, n, 0);
        echoed += n;
      } else {
        close(items[k].fd);
        items[k].fd = -1;
        ended++;
      }
    }
    if (items[0].revents & POLLIN) {
      items[count].fd = accept(listener, NULL, NULL);
      items[count].events = POLLIN;
      items[count++].revents = 0;
    }
  }
  int status, fine = 0;
  while (wait(&status) > 0) fine += status == 0;
  printf("%d bytes for %d clients\n", echoed, fine);

  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  show("a fresh pair", pair[0]);
  send(pair[1], "x", 1, 0);
  show("with data", pair[0]);
  shutdown(pair[1], SHUT_WR);
  show("shut by the other side", pair[0]);
  close(pair[1]);
  show("closed by the other side", pair[0]);
  char byte;
  recv(pair[0], &byte, 1, 0);
  show("and read to the end", pair[0]);

  int one = socket(AF_INET, SOCK_STREAM, 0);
  connect(one, (struct sockaddr *)&here, sizeof here);
  show("a client has connected", listener);
  int other = accept(listener, NULL, NULL);
  show("a connection", one);
  close(other);
  show("closed by the server", one);
  send(one, "x", 1, MSG_NOSIGNAL);
  show("and reset", one);

  int mail = socket(AF_INET, SOCK_DGRAM, 0);
  show("datagrams", mail);
  struct sockaddr_in box = {.sin_family = AF_INET};
  box.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  bind(mail, (struct sockaddr *)&box, sizeof box);
  size = sizeof box;
  getsockname(mail, (struct sockaddr *)&box, &size);
  sendto(mail, "", 0, 0, (struct sockaddr *)&box, sizeof box);
  fd_set reading;
  FD_ZERO(&reading);
  FD_SET(mail, &reading);
  FD_SET(listener, &reading);
  struct timeval limit = {5, 0};
  int highest = (mail > listener ? mail : listener) + 1;
  int n = select(highest, &reading, NULL, NULL, &limit);
  printf("select %d: mail %d, listener %d\n", n, FD_ISSET(mail, &reading) != 0, FD_ISSET(listener, &reading) != 0);
  return 0;
}
