/* The buffer is freed when "the thread must be ready by now".
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void *fill(void *buffer) {
  char *text = buffer;
  text[0] = 'x'; /* here */
  return NULL;
}

int main(void) {
  pthread_t thread;
  char *buffer = malloc(8);
  pthread_create(&thread, NULL, fill, buffer);
  usleep(3000);
  free(buffer);
  pthread_join(thread, NULL);
  return 0;
}
