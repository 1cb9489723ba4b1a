/* Two semaphores force one order.
 *
 * right: A\nB\nC\n
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void) {
  sem_t *s = mmap(NULL, 2 * sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&s[0], 1, 0);
  sem_init(&s[1], 1, 0);
  if (fork() == 0) {
    sem_wait(&s[0]);
    write(1, "B\n", 2);
    sem_post(&s[1]);
    _exit(0);
  }
  write(1, "A\n", 2);
  sem_post(&s[0]);
  sem_wait(&s[1]);
  write(1, "C\n", 2);
  wait(NULL);
  return 0;
}
