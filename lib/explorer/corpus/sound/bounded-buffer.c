/* Two producers and a consumer with three semaphores.
 *
 * right: 6\n
 */
#include <semaphore.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static struct {
  int slots[2];
  int in, out;
  sem_t room, items, mutex;
} *buffer;

static void put(int item) {
  sem_wait(&buffer->room);
  sem_wait(&buffer->mutex);
  buffer->slots[buffer->in] = item;
  buffer->in = (buffer->in + 1) % 2;
  sem_post(&buffer->mutex);
  sem_post(&buffer->items);
}

static int take(void) {
  sem_wait(&buffer->items);
  int item = buffer->slots[buffer->out];
  buffer->out = (buffer->out + 1) % 2;
  sem_post(&buffer->room);
  return item;
}

int main(void) {
  buffer = mmap(NULL, sizeof *buffer, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  sem_init(&buffer->room, 1, 2);
  sem_init(&buffer->items, 1, 0);
  sem_init(&buffer->mutex, 1, 1);
  for (int i = 1; i <= 2; i++)
    if (fork() == 0) {
      put(i);
      if (i == 1) put(3);
      _exit(0);
    }
  int sum = take() + take() + take();
  while (wait(NULL) > 0)
    ;
  printf("%d\n", sum);
  return 0;
}
