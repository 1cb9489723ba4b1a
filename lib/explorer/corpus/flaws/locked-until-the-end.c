/* The lock goes with the process that has it; who only tries gets it or not.
 *
 * shows: assert
 */
#include <assert.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  if (fork() == 0) {
    int theirs = open("lock", O_CREAT | O_RDWR, 0600);
    flock(theirs, LOCK_EX);
    close(theirs);
    _exit(0);
  }
  int mine = open("lock", O_CREAT | O_RDWR, 0600);
  usleep(20000);
  int got = flock(mine, LOCK_EX | LOCK_NB);
  assert(got == 0); /* here */
  close(mine);
  wait(NULL);
  return 0;
}
