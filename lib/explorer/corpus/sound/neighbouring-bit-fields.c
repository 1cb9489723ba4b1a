/* The mended sibling of flaws/neighbouring-bit-fields.c.
 *
 * right: 1 1\n
 */
#include <pthread.h>
#include <stdio.h>

static struct {
  unsigned ready;
  unsigned done;
} state;

static void *first(void *unused) {
  state.ready = 1;
  return unused;
}

static void *second(void *unused) {
  state.done = 1;
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, first, NULL);
  pthread_create(&b, NULL, second, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", state.ready, state.done);
  return 0;
}
