/* Two children end at once, one SIGCHLD comes, the handler reaps one.
 *
 * shows: zombie
 */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static void on_child(int number) {
  (void)number;
  wait(NULL); /* here */
}

int main(void) {
  signal(SIGCHLD, on_child);
  for (int i = 0; i < 2; i++) {
    if (fork() == 0) _exit(0);
    usleep(20000);
  }
  usleep(20000);
  return 0;
}
