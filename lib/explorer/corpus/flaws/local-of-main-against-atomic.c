/* The thread adds with one atomic operation, main to its own local variable with a plain one.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *work(void *argument) {
  __atomic_fetch_add((int *)argument, 1, __ATOMIC_SEQ_CST);
  return NULL;
}

int main(void) {
  int count = 0;
  pthread_t thread;
  pthread_create(&thread, NULL, work, &count);
  usleep(2000);
  count++; /* here */
  pthread_join(thread, NULL);
  printf("%d\n", count);
  return 0;
}
