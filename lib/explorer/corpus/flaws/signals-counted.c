/* Two signals of one kind that are pending together are one: they can't be counted.
 *
 * shows: output
 * right: 2\n
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t count;

static void on_signal(int number) {
  (void)number;
  count++;
}

int main(void) {
  signal(SIGUSR1, on_signal);
  for (int i = 0; i < 2; i++) {
    if (fork() == 0) {
      kill(getppid(), SIGUSR1); /* here */
      _exit(0);
    }
    usleep(3000);
  }
  while (wait(NULL) > 0 || errno == EINTR)
    ;
  printf("%d\n", count);
  return 0;
}
