/* The mended sibling of flaws/freed-twice.c.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(char *) buffer;

static void *clean_up(void *unused) {
  free(atomic_exchange(&buffer, NULL));
  return unused;
}

int main(void) {
  buffer = malloc(16);
  pthread_t a, b;
  pthread_create(&a, NULL, clean_up, NULL);
  pthread_create(&b, NULL, clean_up, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
