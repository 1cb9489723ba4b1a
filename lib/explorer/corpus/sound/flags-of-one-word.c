/* The mended sibling of flaws/flags-of-one-word.c.
 *
 * right: 3\n
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_uint flags;

static void *set(void *bit) {
  flags |= *(unsigned *)bit;
  return NULL;
}

int main(void) {
  unsigned bits[2] = {1, 2};
  pthread_t a, b;
  pthread_create(&a, NULL, set, &bits[0]);
  pthread_create(&b, NULL, set, &bits[1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%u\n", flags);
  return 0;
}
