/* Who comes first sends, who comes second receives: when both see that the other is there, both
 * receive.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int present[2];
  sem_t letter;
} *room;

static void meet(int me) {
  room->present[me] = 1;
  if (room->present[1 - me])
    sem_wait(&room->letter); /* here */
  else
    sem_post(&room->letter);
}

int main(void) {
  room = mmap(NULL, sizeof *room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&room->letter, 1, 0);
  if (fork() == 0) {
    meet(0);
    _exit(0);
  }
  usleep(1000);
  meet(1);
  wait(NULL);
  return 0;
}
