/* WNOHANG does not wait: a child that has not ended yet is never reaped.
 *
 * shows: zombie
 */
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) _exit(0);
  usleep(20000);
  waitpid(-1, NULL, WNOHANG); /* here */
  return 0;
}
