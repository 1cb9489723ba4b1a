/* The mended sibling of flaws/read-interrupted-by-another.c.
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
  struct sigaction action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
  sigaction(SIGUSR1, &action, NULL);
  pipe(ends);
  pid_t parent = getpid();
  if (fork() == 0) {
    write(ends[1], "x", 1);
    usleep(5000);
    kill(parent, SIGUSR1);
    _exit(0);
  }
  ssize_t got = read(ends[0], &byte, 1);
  assert(got == 1);
  while (wait(NULL) < 0)
    ;
  return 0;
}
