/* One thread ends the process while another writes its second line.
 *
 * shows: output
 * right: one\ntwo\n
 */
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void *end(void *unused) {
  usleep(20000);
  exit(0); /* here */
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, end, NULL);
  write(1, "one\n", 4);
  write(1, "two\n", 4);
  pthread_join(thread, NULL);
  return 0;
}
