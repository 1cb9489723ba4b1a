/* The mended sibling of flaws/semaphore-unlinked-too-early.c.
 */
#include <assert.h>
#include <fcntl.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  sem_t *mine = sem_open("/early", O_CREAT, 0600, 1);
  if (fork() == 0) {
    sem_t *theirs = sem_open("/early", 0);
    assert(theirs != SEM_FAILED);
    _exit(0);
  }
  wait(NULL);
  sem_unlink("/early");
  sem_close(mine);
  return 0;
}
