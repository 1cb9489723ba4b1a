/* The answer to a request that was given up is taken for the answer to the next one.
 *
 * shows: assert
 */
#include <assert.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

static int ask(int to, int from, char question) {
  struct pollfd answer = {from, POLLIN, 0};
  char byte;
  write(to, &question, 1);
  if (poll(&answer, 1, 500) == 0) return 0; /* given up */
  read(from, &byte, 1);
  assert(byte == question); /* here */
  return 1;
}

int main(void) {
  int there[2], back[2];
  pipe(there);
  pipe(back);
  if (fork() == 0) {
    char byte;
    close(there[1]);
    while (read(there[0], &byte, 1) == 1) write(back[1], &byte, 1);
    _exit(0);
  }
  ask(there[1], back[0], 'a');
  ask(there[1], back[0], 'b');
  close(there[1]);
  wait(NULL);
  return 0;
}
