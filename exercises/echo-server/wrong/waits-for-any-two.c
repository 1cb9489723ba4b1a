#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define CLIENTS 2

static struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "/tmp/echo"};

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* Sends back what comes, until the client has closed its side. */
static void echo(int connection) {
  char text[16];
  ssize_t bytes;
  while ((bytes = read(connection, text, sizeof text)) > 0) write(connection, text, bytes);
}

static void serve(int server) {
  for (int i = 0; i < CLIENTS; i++) {
    int connection = accept(server, NULL, NULL);
    if (connection < 0) fail("accept");
    pid_t pid = fork();
    if (pid < 0) fail("fork");
    if (pid == 0) {
      close(server);
      echo(connection);
      close(connection);
      exit(0);
    }
    close(connection);
  }
  for (int i = 0; i < CLIENTS; i++) wait(NULL);
}

static void say(int connection, const char *name, const char *text) {
  char line[40];
  char answer[16];
  write(connection, text, strlen(text));
  ssize_t bytes = read(connection, answer, sizeof answer);
  if (bytes < 0) bytes = 0;
  write(STDOUT_FILENO, line, snprintf(line, sizeof line, "%s: %.*s\n", name, (int)bytes, answer));
}

static int connected(void) {
  int connection = socket(AF_UNIX, SOCK_STREAM, 0);
  if (connection < 0 || connect(connection, (struct sockaddr *)&address, sizeof address) < 0)
    fail("connect");
  return connection;
}

/* One process with two connections: the second is served while the first is still open. */
static void clients(const char *a, const char *b) {
  int first = connected();
  int second = connected();
  say(second, "second", b);
  close(second);
  say(first, "first", a);
  close(first);
  exit(0);
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  unlink(address.sun_path);
  int server = socket(AF_UNIX, SOCK_STREAM, 0);
  if (server < 0 || bind(server, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(server, CLIENTS) < 0) fail("listen");

  pid_t pid = fork();
  if (pid < 0) fail("fork");
  if (pid == 0) {
    close(server);
    clients(argv[1], argv[2]);
  }
  serve(server);
  close(server);
  waitpid(pid, NULL, 0);
  unlink(address.sun_path);
  return 0;
}
