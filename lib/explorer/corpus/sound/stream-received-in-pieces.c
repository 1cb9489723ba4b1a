/* The mended sibling of flaws/stream-received-in-pieces.c.
 */
#include <assert.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  char text[2];
  socketpair(AF_UNIX, SOCK_STREAM, 0, ends);
  if (fork() == 0) {
    send(ends[1], "o", 1, 0);
    send(ends[1], "k", 1, 0);
    _exit(0);
  }
  ssize_t got = recv(ends[0], text, 2, MSG_WAITALL);
  assert(got == 2);
  wait(NULL);
  return 0;
}
