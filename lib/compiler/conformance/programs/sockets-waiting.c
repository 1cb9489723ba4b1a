/* Who waits: a full queue of a listener, a full socket, a non-blocking connect, interruption by a signal. */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

static void failing(const char *what, long result) {
  printf("%s: %ld %s\n", what, result, result < 0 ? strerror(errno) : "fine");
}

static void wake(int signal) {
  (void)signal;
}

int main(void) {
  struct sockaddr_in here = {.sin_family = AF_INET};
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  bind(listener, (struct sockaddr *)&here, sizeof here);
  listen(listener, 4);
  getsockname(listener, (struct sockaddr *)&here, &size);
  failing("nobody has connected", accept(listener, NULL, NULL));
  int client = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  failing("connect without waiting", connect(client, (struct sockaddr *)&here, sizeof here));
  fcntl(listener, F_SETFL, 0);
  int server = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
  int error = -1;
  size = sizeof error;
  getsockopt(client, SOL_SOCKET, SO_ERROR, &error, &size);
  printf("connected: %d, error %d\n", server >= 0, error);
  char text[32];
  failing("nothing yet", recv(server, text, sizeof text, 0));
  send(client, "now", 3, 0);
  fcntl(server, F_SETFL, 0);
  printf("%zd bytes\n", recv(server, text, sizeof text, 0));

  struct sigaction action = {.sa_handler = wake};
  sigaction(SIGALRM, &action, NULL);
  alarm(1);
  failing("interrupted", recv(server, text, sizeof text, 0));
  alarm(1);
  failing("accept interrupted", accept(listener, NULL, NULL));

  int pair[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
  fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    close(pair[0]);
    static char block[300000];
    for (size_t k = 0; k < sizeof block; k++) block[k] = (char)(k * 7);
    ssize_t sent = send(pair[1], block, sizeof block, 0);
    exit(sent == (ssize_t)sizeof block ? 0 : 1);
  }
  close(pair[1]);
  static char got[1000];
  long total = 0, wrong = 0;
  ssize_t n;
  while ((n = recv(pair[0], got, sizeof got, MSG_WAITALL)) > 0)
    for (ssize_t k = 0; k < n; k++) wrong += got[k] != (char)(total++ * 7);
  int status;
  wait(&status);
  printf("%ld bytes, %ld wrong, child %d\n", total, wrong, WEXITSTATUS(status));

  struct sockaddr_un name = {.sun_family = AF_UNIX};
  int local = socket(AF_UNIX, SOCK_STREAM, 0);
  bind(local, (struct sockaddr *)&name, sizeof(sa_family_t));
  size = sizeof name;
  getsockname(local, (struct sockaddr *)&name, &size);
  printf("a name of its own: %u bytes, begins with %d\n", size, name.sun_path[0]);
  listen(local, 0);
  fflush(stdout);
  for (int k = 0; k < 3; k++)
    if (fork() == 0) {
      int fd = socket(AF_UNIX, SOCK_STREAM, 0);
      if (connect(fd, (struct sockaddr *)&name, size) < 0) exit(1);
      char c = 0;
      exit(recv(fd, &c, 1, 0) == 1 && c == '.' ? 0 : 2);
    }
  for (int k = 0; k < 3; k++) {
    int fd = accept(local, NULL, NULL);
    send(fd, ".", 1, 0);
    close(fd);
  }
  int fine = 0;
  while (wait(&status) > 0) fine += status == 0;
  printf("%d clients served\n", fine);
  int full = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0), other = socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0);
  failing("first", connect(full, (struct sockaddr *)&name, size));
  failing("second", connect(other, (struct sockaddr *)&name, size));
  return 0;
}
