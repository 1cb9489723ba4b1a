/* Each uses a lock, but not the same one.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int total;
static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;

static void *add(void *lock) {
  pthread_mutex_lock(lock);
  total++; /* here */
  pthread_mutex_unlock(lock);
  return NULL;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, add, &first);
  usleep(2000);
  pthread_create(&b, NULL, add, &second);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", total);
  return 0;
}
