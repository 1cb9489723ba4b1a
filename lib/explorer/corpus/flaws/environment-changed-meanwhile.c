/* The text that getenv has given is no longer the variable's when another thread has set it anew.
 *
 * shows: output
 * right: old\n
 */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void *change(void *unused) {
  usleep(20000);
  setenv("MODE", "new", 1);
  return unused;
}

int main(void) {
  pthread_t thread;
  setenv("MODE", "old", 1);
  pthread_create(&thread, NULL, change, NULL);
  printf("%s\n", getenv("MODE")); /* here */
  pthread_join(thread, NULL);
  return 0;
}
