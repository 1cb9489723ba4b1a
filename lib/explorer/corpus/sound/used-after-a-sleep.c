/* The mended sibling of flaws/used-after-a-sleep.c.
 */
#include <pthread.h>
#include <stdlib.h>

static void *fill(void *buffer) {
  char *text = buffer;
  text[0] = 'x';
  return NULL;
}

int main(void) {
  pthread_t thread;
  char *buffer = malloc(8);
  pthread_create(&thread, NULL, fill, buffer);
  pthread_join(thread, NULL);
  free(buffer);
  return 0;
}
