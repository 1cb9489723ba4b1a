/* The client connects after a while, when the server "surely" listens.
 *
 * shows: output
 * right: connected\n
 */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "door"};
  if (fork() == 0) {
    int server = socket(AF_UNIX, SOCK_STREAM, 0);
    bind(server, (struct sockaddr *)&address, sizeof address);
    listen(server, 1);
    usleep(50000);
    _exit(0);
  }
  usleep(20000);
  int client = socket(AF_UNIX, SOCK_STREAM, 0);
  int failed = connect(client, (struct sockaddr *)&address, sizeof address); /* here */
  puts(failed ? "refused" : "connected");
  wait(NULL);
  unlink("door");
  return 0;
}
