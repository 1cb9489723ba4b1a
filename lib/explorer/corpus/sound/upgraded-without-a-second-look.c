/* The mended sibling of flaws/upgraded-without-a-second-look.c.
 *
 * right: 2\n
 */
#include <pthread.h>
#include <stdio.h>

static int value;
static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void *add(void *unused) {
  pthread_rwlock_wrlock(&lock);
  value = value + 1;
  pthread_rwlock_unlock(&lock);
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, add, NULL);
  pthread_create(&b, NULL, add, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", value);
  return 0;
}
