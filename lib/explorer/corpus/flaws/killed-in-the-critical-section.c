/* The worker is ended by a signal that it doesn't handle; if it has the semaphore, nobody gets it again.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  sem_t *lock = mmap(NULL, sizeof *lock, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(lock, 1, 1);
  pid_t child = fork();
  if (child == 0) {
    sem_wait(lock);
    write(1, "", 0);
    sem_post(lock);
    pause();
  }
  usleep(10000);
  kill(child, SIGTERM);
  wait(NULL);
  sem_wait(lock); /* here */
  sem_post(lock);
  return 0;
}
