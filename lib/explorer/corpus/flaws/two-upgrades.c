/* Two threads hold a semaphore of 2 once and each wants the second one, too.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t *slots;

static void work(void) {
  sem_wait(slots);
  sem_wait(slots); /* here */
  sem_post(slots);
  sem_post(slots);
}

int main(void) {
  slots = mmap(NULL, sizeof *slots, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(slots, 1, 2);
  if (fork() == 0) {
    work();
    _exit(0);
  }
  usleep(1000);
  work();
  wait(NULL);
  return 0;
}
