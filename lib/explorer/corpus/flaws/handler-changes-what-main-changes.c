/* The handler adds to the same counter as main, between main's reading and writing.
 *
 * shows: output
 * right: 2\n
 */
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static int *count;

static void on_signal(int number) {
  (void)number;
  *count = *count + 1;
}

int main(void) {
  count = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  *count = *count + 1; /* here */
  wait(NULL);
  printf("%d\n", *count);
  return 0;
}
