/* The reader of the pipe holds the lock that the writer needs before it writes.
 *
 * shows: deadlock
 */
#include <pthread.h>
#include <unistd.h>

static int ends[2];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *writer(void *unused) {
  pthread_mutex_lock(&lock); /* here */
  write(ends[1], "x", 1);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *reader(void *unused) {
  char byte;
  pthread_mutex_lock(&lock);
  read(ends[0], &byte, 1); /* here */
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pipe(ends);
  pthread_t a, b;
  pthread_create(&a, NULL, writer, NULL);
  usleep(2000);
  pthread_create(&b, NULL, reader, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
