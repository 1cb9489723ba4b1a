/* putc_unlocked doesn't take the stream's lock: two threads put their characters into one place.
 *
 * shows: output
 * right: ab or ba
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *put(void *argument) {
  putc_unlocked(*(char *)argument, stdout); /* here */
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  char letters[2] = {'a', 'b'};
  setvbuf(stdout, NULL, _IOFBF, 64);
  pthread_create(&threads[0], NULL, put, &letters[0]);
  usleep(3000);
  pthread_create(&threads[1], NULL, put, &letters[1]);
  pthread_join(threads[0], NULL);
  pthread_join(threads[1], NULL);
  return 0;
}
