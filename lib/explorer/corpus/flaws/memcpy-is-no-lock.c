/* A message is copied out of a shared buffer while it is copied in.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <string.h>
#include <unistd.h>

static char buffer[24] = "aaaaaaaaaaaaaaaaaaaaaaa";

static void *fill(void *unused) {
  memcpy(buffer, "bbbbbbbbbbbbbbbbbbbbbbb", sizeof buffer);
  return unused;
}

int main(void) {
  char mine[24];
  pthread_t thread;
  pthread_create(&thread, NULL, fill, NULL);
  usleep(2000);
  memcpy(mine, buffer, sizeof mine);
  assert(mine[0] == mine[22]); /* here */
  pthread_join(thread, NULL);
  return 0;
}
