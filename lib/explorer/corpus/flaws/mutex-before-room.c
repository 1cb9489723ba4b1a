/* The producer waits for room with the mutex in its hand.
 *
 * shows: deadlock
 */
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  sem_t mutex, room, items;
} *buffer;

static void put(void) {
  sem_wait(&buffer->mutex);
  sem_wait(&buffer->room); /* here */
  sem_post(&buffer->mutex);
  sem_post(&buffer->items);
}

static void take(void) {
  sem_wait(&buffer->items);
  sem_wait(&buffer->mutex); /* here */
  sem_post(&buffer->mutex);
  sem_post(&buffer->room);
}

int main(void) {
  buffer = mmap(NULL, sizeof *buffer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&buffer->mutex, 1, 1);
  sem_init(&buffer->room, 1, 1);
  sem_init(&buffer->items, 1, 0);
  if (fork() == 0) {
    take();
    take();
    _exit(0);
  }
  put();
  usleep(2000);
  put();
  wait(NULL);
  return 0;
}
