/* The second process removes the name, thinking it is left over from an earlier run, and makes another
 * object than the first one has.
 *
 * shows: deadlock
 */
#include <fcntl.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static sem_t *open_it(void) {
  int object = shm_open("/anew", O_CREAT | O_RDWR, 0600);
  ftruncate(object, sizeof(sem_t));
  return mmap(NULL, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED, object, 0);
}

int main(void) {
  if (fork() == 0) {
    shm_unlink("/anew");
    sem_t *start = open_it();
    sem_init(start, 1, 0);
    sem_wait(start); /* here */
    _exit(0);
  }
  usleep(20000);
  sem_t *start = open_it();
  sem_post(start);
  wait(NULL); /* here */
  shm_unlink("/anew");
  return 0;
}
