/* The read lock is given up for the write lock; what was read is old by then.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int value;
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void *add(void *unused) {
  pthread_rwlock_rdlock(&lock);
  int seen = value;
  pthread_rwlock_unlock(&lock);
  pthread_rwlock_wrlock(&lock);
  value = seen + 1; /* here */
  pthread_rwlock_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, add, NULL);
  usleep(2000);
  pthread_create(&b, NULL, add, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", value);
  return 0;
}
