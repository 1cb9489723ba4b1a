/* The mended sibling of flaws/local-of-main-shared.c.
 *
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *argument) {
  int *count = argument;
  pthread_mutex_lock(&lock);
  *count = *count + 1;
  pthread_mutex_unlock(&lock);
  return NULL;
}

int main(void) {
  int count = 0;
  pthread_t thread;
  pthread_create(&thread, NULL, work, &count);
  pthread_mutex_lock(&lock);
  count = count + 1;
  pthread_mutex_unlock(&lock);
  pthread_join(thread, NULL);
  printf("%d\n", count);
  return 0;
}
