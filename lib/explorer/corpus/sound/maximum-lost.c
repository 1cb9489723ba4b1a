/* The mended sibling of flaws/maximum-lost.c.
 *
 * right: 9\n
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int maximum;

static void *offer(void *value) {
  int mine = *(int *)value;
  int seen = maximum;
  while (mine > seen && !atomic_compare_exchange_weak(&maximum, &seen, mine))
    ;
  return NULL;
}

int main(void) {
  int values[2] = {9, 5};
  pthread_t a, b;
  pthread_create(&a, NULL, offer, &values[0]);
  pthread_create(&b, NULL, offer, &values[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d\n", maximum);
  return 0;
}
