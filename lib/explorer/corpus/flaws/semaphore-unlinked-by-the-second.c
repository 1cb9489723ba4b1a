/* Each removes a left-over semaphore before it makes its own: so they may have different ones.
 *
 * shows: deadlock
 */
#include <fcntl.h>
#include <semaphore.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  sem_unlink("/gate");
  if (fork() == 0) {
    sem_t *gate = sem_open("/gate", O_CREAT, 0600, 0);
    sem_wait(gate); /* here */
    _exit(0);
  }
  usleep(20000);
  sem_t *gate = sem_open("/gate", 0);
  if (gate == SEM_FAILED) {
    sem_unlink("/gate");
    gate = sem_open("/gate", O_CREAT, 0600, 0);
  }
  sem_post(gate);
  sem_unlink("/gate");
  wait(NULL); /* here */
  return 0;
}
