/* The thread uses a pointer that main sets after it has created the thread.
 *
 * shows: memory
 */
#include <pthread.h>
#include <unistd.h>

static int *settings;

static void *work(void *unused) {
  usleep(20000); /* everything else a thread does first */
  settings[0] = 1; /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  static int storage[4];
  pthread_create(&thread, NULL, work, NULL);
  settings = storage;
  pthread_join(thread, NULL);
  return 0;
}
