/* One thread puts standard output aside for a moment; the other's line goes there, too.
 *
 * shows: output
 * right: line\n
 */
#include <fcntl.h>
#include <pthread.h>
#include <unistd.h>

static void *quietly(void *unused) {
  usleep(20000);
  int kept = dup(1), nowhere = open("/dev/null", O_WRONLY);
  dup2(nowhere, 1);
  dup2(kept, 1);
  return unused;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, quietly, NULL);
  write(1, "line\n", 5); /* here */
  pthread_join(thread, NULL);
  return 0;
}
