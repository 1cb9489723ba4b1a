/* Nobody joins the thread: if main is faster the line is never printed.
 *
 * shows: output
 * right: done\n
 */
#include <pthread.h>
#include <unistd.h>

static void *work(void *unused) {
  write(1, "done\n", 5); /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  usleep(20000);
  return 0; /* here */
}
