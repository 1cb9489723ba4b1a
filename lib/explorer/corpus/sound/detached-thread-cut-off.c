/* The mended sibling of flaws/detached-thread-cut-off.c: the process ends with its last thread.
 *
 * right: log\n
 */
#include <pthread.h>
#include <unistd.h>

static void *log_it(void *unused) {
  write(1, "log\n", 4);
  return unused;
}

int main(void) {
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_create(&thread, &attributes, log_it, NULL);
  pthread_exit(NULL);
}
