/* A descriptor is closed twice; between, another thread was given the same number.
 *
 * shows: assert
 */
#include <assert.h>
#include <pthread.h>
#include <unistd.h>

static int fd;

static void *clean_up(void *unused) {
  close(fd);
  close(fd); /* "to be sure" */
  return unused;
}

static void *log_line(void *unused) {
  int mine = dup(1);
  ssize_t written = write(mine, "x", 1);
  assert(written == 1); /* here */
  return unused;
}

int main(void) {
  fd = dup(1);
  pthread_t a, b;
  pthread_create(&a, NULL, clean_up, NULL);
  usleep(2000);
  pthread_create(&b, NULL, log_line, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
