/* Two processes send a datagram each to the same socket.
 *
 * shows: output
 * right: 12\n
 */
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  int ends[2];
  socketpair(AF_UNIX, SOCK_DGRAM, 0, ends);
  for (int i = 1; i <= 2; i++) {
    if (fork() == 0) {
      char digit = '0' + i;
      send(ends[1], &digit, 1, 0); /* here */
      _exit(0);
    }
    usleep(3000);
  }
  char text[3] = "";
  recv(ends[0], &text[0], 1, 0);
  recv(ends[0], &text[1], 1, 0);
  printf("%s\n", text);
  while (wait(NULL) > 0)
    ;
  return 0;
}
