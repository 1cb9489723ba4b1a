/* The lock is given up between reading and writing.
 *
 * shows: output
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int total;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int get(void) {
  pthread_mutex_lock(&lock);
  int value = total;
  pthread_mutex_unlock(&lock);
  return value;
}

static void set(int value) {
  pthread_mutex_lock(&lock);
  total = value;
  pthread_mutex_unlock(&lock);
}

static void *work(void *unused) {
  set(get() + 1);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, work, NULL);
  usleep(2000);
  pthread_create(&b, NULL, work, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", total);
  return 0;
}
