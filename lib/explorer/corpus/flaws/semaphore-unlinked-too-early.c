/* The name of the semaphore is removed before the child has opened it.
 *
 * shows: assert
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
    assert(theirs != SEM_FAILED); /* here */
    _exit(0);
  }
  usleep(20000);
  sem_unlink("/early");
  wait(NULL);
  sem_close(mine);
  return 0;
}
