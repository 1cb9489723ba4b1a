/* The parameter of a function is shared with a thread; the function waits for it without looking again.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static void *work(void *argument) {
  *(int *)argument -= 1;
  return NULL;
}

static void run(int left) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, &left);
  usleep(2000);
  left--; /* here */
  pthread_join(thread, NULL);
  assert(left == 0); /* here */
}

int main(void) {
  run(2);
  return 0;
}
