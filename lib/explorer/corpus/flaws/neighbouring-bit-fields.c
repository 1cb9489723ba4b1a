/* Two bit-fields of one struct share a word, so writing one writes back the other.
 *
 * shows: output
 * right: 1 1\n
 */
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static struct {
  unsigned ready : 1;
  unsigned done : 1;
} state;

static void *first(void *unused) {
  state.ready = 1; /* here */
  return unused;
}

static void *second(void *unused) {
  state.done = 1; /* here */
  return unused;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, first, NULL);
  usleep(2000);
  pthread_create(&b, NULL, second, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  printf("%d %d\n", state.ready, state.done);
  return 0;
}
