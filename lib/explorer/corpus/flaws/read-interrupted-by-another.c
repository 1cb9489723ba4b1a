/* One child sends a byte, another a signal. If that is first, read ends with EINTR, taken for the end.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_signal(int number) {
  (void)number;
}

int main(void) {
  int ends[2];
  char byte;
  struct sigaction action = {.sa_handler = on_signal}; /* no SA_RESTART */
  sigaction(SIGUSR1, &action, NULL);
  pipe(ends);
  pid_t parent = getpid();
  if (fork() == 0) {
    write(ends[1], "x", 1);
    _exit(0);
  }
  if (fork() == 0) {
    usleep(20000);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  assert(read(ends[0], &byte, 1) == 1); /* here */
  for (int left = 2; left > 0;)
    if (wait(NULL) > 0) left--;
  return 0;
}
