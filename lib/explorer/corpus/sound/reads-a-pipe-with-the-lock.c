/* The mended sibling of flaws/reads-a-pipe-with-the-lock.c.
 */
#include <pthread.h>
#include <unistd.h>

static int ends[2];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *writer(void *unused) {
  pthread_mutex_lock(&lock);
  write(ends[1], "x", 1);
  pthread_mutex_unlock(&lock);
  return unused;
}

static void *reader(void *unused) {
  char byte;
  read(ends[0], &byte, 1);
  pthread_mutex_lock(&lock);
  pthread_mutex_unlock(&lock);
  return unused;
}

int main(void) {
  pipe(ends);
  pthread_t a, b;
  pthread_create(&a, NULL, writer, NULL);
  pthread_create(&b, NULL, reader, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
