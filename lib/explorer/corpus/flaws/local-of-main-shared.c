/* A local variable of main: the thread adds to it through a pointer, main by its name.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *argument) {
  int *count = argument;
  *count = *count + 1;
  return NULL;
}

int main(void) {
  int count = 0;
  pthread_t thread;
  pthread_create(&thread, NULL, work, &count);
  usleep(2000);
  count = count + 1; /* here */
  pthread_join(thread, NULL);
  printf("%d\n", count);
  return 0;
}
