/* The readers count themselves without a lock; a writer gets in beside a reader.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <unistd.h>

static int readers;
static int reading;
static sem_t room;

static void *reader(void *unused) {
  readers = readers + 1;
  if (readers == 1) sem_wait(&room);
  reading = 1;
  reading = 0;
  readers = readers - 1;
  if (readers == 0) sem_post(&room);
  return unused;
}

static void *writer(void *unused) {
  sem_wait(&room);
  assert(!reading); /* here */
  sem_post(&room);
  return unused;
}

int main(void) {
  pthread_t threads[3];
  sem_init(&room, 0, 1);
  pthread_create(&threads[0], NULL, reader, NULL);
  usleep(1000);
  pthread_create(&threads[1], NULL, reader, NULL);
  usleep(1000);
  pthread_create(&threads[2], NULL, writer, NULL);
  for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
  return 0;
}
