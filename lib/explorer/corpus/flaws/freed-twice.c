/* Both find the pointer set, and both free what it points to.
 *
 * shows: memory
 */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static char *buffer;

static void *clean_up(void *unused) {
  if (buffer != NULL) {
    free(buffer); /* here */
    buffer = NULL;
  }
  return unused;
}

int main(void) {
  buffer = malloc(16);
  pthread_t a, b;
  pthread_create(&a, NULL, clean_up, NULL);
  usleep(2000);
  pthread_create(&b, NULL, clean_up, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
