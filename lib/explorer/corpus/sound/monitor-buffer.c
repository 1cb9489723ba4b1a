/* A buffer of one slot with a mutex and two condition variables.
 *
 * right: 3\n
 */
#include <pthread.h>
#include <stdio.h>

static int full, slot;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER;
static pthread_cond_t emptied = PTHREAD_COND_INITIALIZER;
static int sum;

static void *produce(void *unused) {
  for (int i = 1; i <= 2; i++) {
    pthread_mutex_lock(&lock);
    while (full) pthread_cond_wait(&emptied, &lock);
    slot = i;
    full = 1;
    pthread_cond_signal(&filled);
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

static void *consume(void *unused) {
  for (int i = 1; i <= 2; i++) {
    pthread_mutex_lock(&lock);
    while (!full) pthread_cond_wait(&filled, &lock);
    sum += slot;
    full = 0;
    pthread_cond_signal(&emptied);
    pthread_mutex_unlock(&lock);
  }
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, produce, NULL);
  pthread_create(&b, NULL, consume, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", sum);
  return 0;
}
