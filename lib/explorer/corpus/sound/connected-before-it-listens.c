/* The mended sibling of flaws/connected-before-it-listens.c.
 *
 * right: connected\n
 */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  struct sockaddr_un address = {.sun_family = AF_UNIX, .sun_path = "door"};
  int server = socket(AF_UNIX, SOCK_STREAM, 0);
  bind(server, (struct sockaddr *)&address, sizeof address);
  listen(server, 1);
  if (fork() == 0) {
    accept(server, NULL, NULL);
    _exit(0);
  }
  int client = socket(AF_UNIX, SOCK_STREAM, 0);
  int failed = connect(client, (struct sockaddr *)&address, sizeof address);
  puts(failed ? "refused" : "connected");
  wait(NULL);
  unlink("door");
  return 0;
}
