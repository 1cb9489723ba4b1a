/* The mended sibling of flaws/both-think-they-are-second.c.
 */
#include <semaphore.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  atomic_int present;
  sem_t letter;
} *room;

static void meet(void) {
  if (room->present++ > 0)
    sem_wait(&room->letter);
  else
    sem_post(&room->letter);
}

int main(void) {
  room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&room->letter, 1, 0);
  if (fork() == 0) {
    meet();
    _exit(0);
  }
  meet();
  wait(NULL);
  return 0;
}
