/* Two clients ask through one pipe and wait for the answer on another that both read.
 *
 * shows: output
 * right: 1 1\n2 2\n or 2 2\n1 1\n
 */
#include <sys/wait.h>
#include <unistd.h>

static int ask[2], answer[2];

static void client(char me) {
  char got;
  write(ask[1], &me, 1);
  read(answer[0], &got, 1); /* here */
  char line[] = {me, ' ', got, '\n'};
  write(1, line, 4);
}

int main(void) {
  pipe(ask);
  pipe(answer);
  for (int i = 1; i <= 2; i++) {
    if (fork() == 0) {
      client('0' + i);
      _exit(0);
    }
    usleep(1000);
  }
  for (int i = 0; i < 2; i++) {
    char byte;
    read(ask[0], &byte, 1);
    write(answer[1], &byte, 1);
  }
  while (wait(NULL) > 0)
    ;
  return 0;
}
