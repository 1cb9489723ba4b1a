/* The mended sibling of flaws/main-returns-first.c.
 *
 * right: done\n
 */
#include <pthread.h>
#include <unistd.h>

static void *work(void *unused) {
  write(1, "done\n", 5);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, work, NULL);
  pthread_join(thread, NULL);
  return 0;
}
