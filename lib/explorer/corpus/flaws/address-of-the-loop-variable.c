/* All threads get the address of the same variable, and it changes before they look.
 *
 * shows: output
 * right: 0\n1\n
 */
#include <pthread.h>
#include <unistd.h>

static void *say(void *number) {
  char line[] = {'0' + *(int *)number, '\n'}; /* here */
  write(1, line, 2);
  return NULL;
}

int main(void) {
  pthread_t threads[2];
  for (int i = 0; i < 2; i++) {
    pthread_create(&threads[i], NULL, say, &i); /* here */
    usleep(3000);
  }
  for (int i = 0; i < 2; i++) pthread_join(threads[i], NULL);
  return 0;
}
