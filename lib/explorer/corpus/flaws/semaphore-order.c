/* Two processes take the same two semaphores in opposite orders.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t printer, scanner;
} *office;

static void copy(sem_t *first, sem_t *second) {
  sem_wait(first);
  sem_wait(second); /* here */
  sem_post(second);
  sem_post(first);
}

int main(void) {
  office = mmap(NULL, sizeof *office, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&office->printer, 1, 1);
  sem_init(&office->scanner, 1, 1);
  if (fork() == 0) {
    copy(&office->printer, &office->scanner);
    _exit(0);
  }
  usleep(1000);
  copy(&office->scanner, &office->printer);
  wait(NULL);
  return 0;
}
