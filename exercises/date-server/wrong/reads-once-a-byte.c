#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PORT 6013

static void address_of(struct sockaddr_in *address) {
  memset(address, 0, sizeof *address);
  address->sin_family = AF_INET;
  address->sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  address->sin_port = htons(PORT);
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

/* A socket at which clients can knock. */
static int open_server(void) {
  int server = socket(AF_INET, SOCK_STREAM, 0);
  if (server < 0) fail("socket");
  /* The port can be used again at once when the program is started a second time. */
  int yes = 1;
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  struct sockaddr_in address;
  address_of(&address);
  if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) fail("bind");
  if (listen(server, 5) < 0) fail("listen");
  return server;
}

static void serve(int server, int clients, time_t date) {
  for (int i = 0; i < clients; i++) {
    int client = accept(server, NULL, NULL);
    if (client < 0) fail("accept");
    char text[40];
    size_t length = strftime(text, sizeof text, "%Y-%m-%d %H:%M:%S\n", gmtime(&date));
    write(client, text, length);
    close(client);
  }
}

/* Connects, reads until the server closes the connection, and prints it. */
static void client(void) {
  int connection = socket(AF_INET, SOCK_STREAM, 0);
  if (connection < 0) fail("socket");
  struct sockaddr_in address;
  address_of(&address);
  if (connect(connection, (struct sockaddr *)&address, sizeof address) < 0) fail("connect");
  char text[100];
  ssize_t bytes;
  if ((bytes = read(connection, text, 4)) > 0) write(STDOUT_FILENO, text, bytes);
  close(connection);
  exit(0);
}

int main(int argc, char *argv[]) {
  if (argc < 3) return 2;
  int clients = atoi(argv[1]);
  int server = open_server();
  for (int i = 0; i < clients; i++) {
    if (fork() == 0) {
      close(server);
      client();
    }
  }
  serve(server, clients, atol(argv[2]));
  close(server);
  while (wait(NULL) > 0);
  return 0;
}
