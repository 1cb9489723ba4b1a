/* The mended sibling of flaws/used-before-it-was-set.c.
 */
#include <pthread.h>

static int *settings;

static void *work(void *unused) {
  settings[0] = 1;
  return unused;
}

int main(void) {
  pthread_t thread;
  static int storage[4];
  settings = storage;
  pthread_create(&thread, NULL, work, NULL);
  pthread_join(thread, NULL);
  return 0;
}
