/* The handler takes the text that main is about to change: the length is the new one, the text the old one.
 *
 * shows: assert
 */
#include <assert.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char text[8] = "abc";
static volatile int length = 3;

static void on_signal(int number) {
  (void)number;
  assert((int)strlen(text) == length); /* here */
}

int main(void) {
  signal(SIGUSR1, on_signal);
  pid_t parent = getpid();
  if (fork() == 0) {
    kill(parent, SIGUSR1);
    _exit(0);
  }
  length = 5;
  strcpy(text, "abcde");
  while (wait(NULL) < 0)
    ;
  return 0;
}
