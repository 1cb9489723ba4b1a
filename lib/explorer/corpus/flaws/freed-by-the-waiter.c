/* The waiter frees the block as soon as it is told; the other one touches it once more afterwards.
 *
 * shows: memory
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <unistd.h>

struct request {
  sem_t done;
  int served;
};

static void *serve(void *argument) {
  struct request *request = argument;
  sem_post(&request->done);
  request->served = 1; /* here */
  return NULL;
}

int main(void) {
  pthread_t thread;
  struct request *request = calloc(1, sizeof *request);
  sem_init(&request->done, 0, 0);
  pthread_create(&thread, NULL, serve, request);
  sem_wait(&request->done);
  usleep(20000);
  free(request);
  pthread_join(thread, NULL);
  return 0;
}
