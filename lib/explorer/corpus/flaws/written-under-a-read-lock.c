/* A read lock lets others in.
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
  value = value + 1; /* here */
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
