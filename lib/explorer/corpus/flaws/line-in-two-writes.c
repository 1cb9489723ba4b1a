/* Two processes write a line each, in two pieces.
 *
 * shows: output
 * right: A!\nB!\n or B!\nA!\n
 */
#include <sys/wait.h>
#include <unistd.h>

static void say(const char *name) {
  write(1, name, 1); /* here */
  write(1, "!\n", 2); /* here */
}

int main(void) {
  if (fork() == 0) {
    say("A");
    _exit(0);
  }
  usleep(1000);
  say("B");
  wait(NULL);
  return 0;
}
